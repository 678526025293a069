// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/catalogue.h"
#include "core/knowledge/interview_reader.h"

#include "core/base/json/document_reader.h"
#include "core/results/quantity.h"

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

constexpr int kVersion = 2;

QString element(const char *list, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(QLatin1String(list)).arg(index);
}

/// One reading of one document: the fields read so far and the first mistake.
class CatalogueReader
{
public:
    Result<Catalogue> read(const QJsonObject &document)
    {
        if (document.value(QLatin1String("schema")).toString() !=
            QLatin1String("weighbridge-catalogue"))
            m_reader.fail({}, QStringLiteral("'schema' is not 'weighbridge-catalogue'"));
        if (const double version = m_reader.number(document, "version", {}); version != kVersion)
            m_reader.fail({}, QStringLiteral("version %1 is not known, this program reads %2")
                                  .arg(version)
                                  .arg(kVersion));
        m_article = m_reader.text(document, "article", {});
        m_judgement = m_reader.text(document, "judgement", {});
        m_date = readDate(document, {});
        m_catalogue.ratingsNote = m_reader.text(document, "ratings_note", {});
        readAlternatives(m_catalogue.languages, document, "alternatives");
        readAlternatives(m_catalogue.frameworks, document, "frameworks");
        m_catalogue.frameworks.comparison = Comparison::frameworks;
        m_catalogue.table.alternatives = m_catalogue.languages.alternatives;
        const QJsonArray needs = m_reader.array(document, "needs", {});
        for (qsizetype k = 0; k < needs.size(); ++k)
            readNeed(needs.at(k), element("needs", k));
        readPresets(m_reader.array(document, "presets", {}));
        readInterview(m_reader, document, m_catalogue);
        for (const Decision *table :
             {&m_catalogue.table, &m_catalogue.languages, &m_catalogue.frameworks}) {
            const QString defect = m_reader.failed() ? QString() : firstDefect(*table);
            if (!defect.isEmpty())
                m_reader.fail({}, defect);
        }
        if (m_reader.failed())
            return m_reader.error(QStringLiteral("The catalogue"));
        return std::move(m_catalogue);
    }

private:
    QDate readDate(const QJsonObject &object, const QString &place)
    {
        const QString text = m_reader.text(object, "date", place);
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            m_reader.fail(place, QStringLiteral("'date' is '%1', not a date").arg(text));
        return date;
    }

    void readAlternatives(Decision &table, const QJsonObject &document, const char *list)
    {
        const QJsonArray array = m_reader.array(document, list, {});
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString place = element(list, i);
            const QJsonObject object = m_reader.object(array.at(i), place);
            Alternative alternative;
            alternative.id = m_reader.text(object, "id", place);
            alternative.name = m_reader.text(object, "name", place);
            alternative.series = m_reader.text(object, "series", place);
            if (&table == &m_catalogue.frameworks)
                alternative.language = m_reader.text(object, "language", place);
            for (const QJsonValue target : m_reader.array(object, "targets", place))
                alternative.targets.push_back(target.toString());
            if (m_catalogue.languages.alternativeIndex(alternative.id) ||
                m_catalogue.frameworks.alternativeIndex(alternative.id))
                m_reader.fail(place, QStringLiteral("the id '%1' is taken").arg(alternative.id));
            table.alternatives.push_back(std::move(alternative));
        }
    }

    void readNeed(const QJsonValue &value, const QString &place)
    {
        const QJsonObject object = m_reader.object(value, place);
        Need need;
        need.id = m_reader.text(object, "id", place);
        need.name = m_reader.text(object, "name", place);
        need.hint = m_reader.text(object, "hint", place);
        need.workload = m_reader.optionalText(object, "workload", place);
        need.quantity = m_reader.optionalText(object, "quantity", place);
        need.anchors = readAnchors(object, place);
        if (!need.quantity.isEmpty())
            checkQuantity(need, place);
        if (m_catalogue.languages.findNeed(need.id))
            m_reader.fail(place, QStringLiteral("the id '%1' is taken").arg(need.id));
        m_catalogue.rationales.emplace_back(need.id, m_reader.text(object, "rationale", place));

        Need ofFrameworks = need;
        need.ratings.resize(m_catalogue.languages.alternatives.size());
        ofFrameworks.ratings.resize(m_catalogue.frameworks.alternatives.size());
        readRatings(need, ofFrameworks, m_reader.array(object, "ratings", place), place);
        if (const auto weight = m_reader.optionalNumber(object, "weight", place)) {
            if (*weight < 0 || *weight > kGreatestWeight)
                m_reader.fail(place, QStringLiteral("'weight' is outside 0 to 10"));
            m_catalogue.table.needs.push_back(need);
            m_catalogue.table.needs.back().weight = *weight;
            m_catalogue.table.needs.back().sourceWeight = *weight;
        }
        m_catalogue.languages.needs.push_back(std::move(need));
        m_catalogue.frameworks.needs.push_back(std::move(ofFrameworks));
    }

    /// What rates the need must be what its workload measures, in the unit and direction of the
    /// anchors; otherwise an applied measurement would mean something else.
    void checkQuantity(const Need &need, const QString &place)
    {
        const results::Quantity *quantity = results::findQuantity(need.quantity);
        if (!need.anchors || need.workload.isEmpty()) {
            m_reader.fail(place, QStringLiteral("a 'quantity' needs 'workload' and 'anchors'"));
        } else if (!quantity) {
            m_reader.fail(place, QStringLiteral("quantity '%1' is not known").arg(need.quantity));
        } else if (!results::isMeasuredBy(*quantity, need.workload)) {
            m_reader.fail(place, QStringLiteral("workload '%1' does not measure '%2'")
                                     .arg(need.workload, need.quantity));
        } else if (need.anchors->unit != quantity->unit) {
            m_reader.fail(place, QStringLiteral("anchors are in %1, '%2' is measured in %3")
                                     .arg(need.anchors->unit, need.quantity, quantity->unit));
        } else if ((need.anchors->highest > need.anchors->lowest) != quantity->moreIsBetter()) {
            m_reader.fail(
                place,
                QStringLiteral("anchors of '%1' are the wrong way round").arg(need.quantity));
        }
    }

    std::optional<Anchors> readAnchors(const QJsonObject &need, const QString &needPlace)
    {
        if (!need.contains(QLatin1String("anchors")))
            return std::nullopt;
        const QString place = needPlace + QStringLiteral(".anchors");
        const QJsonObject object = m_reader.object(need.value(QLatin1String("anchors")), place);
        Anchors anchors;
        anchors.lowest = m_reader.number(object, "lowest", place);
        anchors.highest = m_reader.number(object, "highest", place);
        anchors.unit = m_reader.text(object, "unit", place);
        m_reader.text(object, "reason", place);
        const QString scale = m_reader.text(object, "scale", place);
        if (scale == QLatin1String("linear"))
            anchors.scale = Anchors::Scale::linear;
        else if (scale != QLatin1String("logarithmic"))
            m_reader.fail(place, QStringLiteral("'scale' is neither 'linear' nor 'logarithmic'"));
        if (anchors.lowest == anchors.highest)
            m_reader.fail(place, QStringLiteral("'lowest' and 'highest' are equal"));
        return anchors;
    }

    /// Languages must all be rated; a framework without a rating has its language's.
    void readRatings(Need &ofLanguages, Need &ofFrameworks, const QJsonArray &array,
                     const QString &needPlace)
    {
        QStringList given;
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString place = QStringLiteral("%1.%2").arg(needPlace, element("ratings", i));
            const QJsonObject object = m_reader.object(array.at(i), place);
            const QString id = m_reader.text(object, "alternative", place);
            if (given.contains(id))
                m_reader.fail(place, QStringLiteral("'%1' is rated twice").arg(id));
            given << id;
            const Rating rating = readRating(object, place);
            if (const auto language = m_catalogue.languages.alternativeIndex(id))
                ofLanguages.ratings[*language] = rating;
            else if (const auto framework = m_catalogue.frameworks.alternativeIndex(id))
                ofFrameworks.ratings[*framework] = rating;
            else
                m_reader.fail(place, QStringLiteral("alternative '%1' is not known").arg(id));
            const QString rationale = m_reader.optionalText(object, "rationale", place);
            if (!rationale.isEmpty())
                m_catalogue.rationales.emplace_back(ofLanguages.id + QLatin1Char('/') + id,
                                                    rationale);
        }
        for (const Alternative &language : m_catalogue.languages.alternatives) {
            if (!given.contains(language.id))
                m_reader.fail(needPlace, QStringLiteral("'ratings' lacks '%1'").arg(language.id));
        }
        inheritRatings(ofLanguages, ofFrameworks, given);
    }

    void inheritRatings(const Need &ofLanguages, Need &ofFrameworks, const QStringList &given)
    {
        for (std::size_t i = 0; i < ofFrameworks.ratings.size(); ++i) {
            const Alternative &framework = m_catalogue.frameworks.alternatives[i];
            const auto language = m_catalogue.languages.alternativeIndex(framework.language);
            if (given.contains(framework.id) || !language)
                continue;
            ofFrameworks.ratings[i] = ofLanguages.ratings[*language];
            ofFrameworks.ratings[i].inherited = true;
        }
    }

    Rating readRating(const QJsonObject &object, const QString &place)
    {
        Rating rating;
        if (!object.contains(QLatin1String("level")))
            m_reader.fail(place, QStringLiteral("'level' is missing; null where it is not known"));
        rating.level = m_reader.optionalNumber(object, "level", place);
        if (rating.level && (*rating.level < kLowestLevel || *rating.level > kHighestLevel))
            m_reader.fail(place, QStringLiteral("'level' is outside 1 to 5"));
        rating.sourceLevel = rating.level;
        rating.words = m_reader.optionalText(object, "words", place);
        rating.erratum = m_reader.optionalText(object, "erratum", place);
        if (const auto halfWidth = m_reader.optionalNumber(object, "half_width", place)) {
            rating.spread.kind = Spread::Kind::triangular;
            rating.spread.halfWidth = *halfWidth;
        }
        const QString name = m_reader.text(object, "provenance", place);
        const auto provenance = decision::provenanceFromName(name);
        if (!provenance)
            m_reader.fail(place, QStringLiteral("provenance '%1' is not known").arg(name));
        rating.provenance = provenance.value_or(decision::Provenance::judged);
        rating.source = readSource(rating.provenance, object, place);
        return rating;
    }

    decision::Source readSource(decision::Provenance provenance, const QJsonObject &object,
                                const QString &place)
    {
        decision::Source source;
        if (provenance == decision::Provenance::article) {
            source.title = m_article;
            source.section = m_reader.text(object, "section", place);
            return source;
        }
        if (provenance == decision::Provenance::measured)
            m_reader.fail(place, QStringLiteral("a catalogue holds nothing measured here"));
        const bool isPublic = provenance == decision::Provenance::publicBenchmark;
        source.title = isPublic ? m_reader.text(object, "source", place) : m_judgement;
        source.section = m_reader.optionalText(object, "section", place);
        source.date = isPublic ? readDate(object, place) : m_date;
        return source;
    }

    void readPresets(const QJsonArray &array)
    {
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString place = element("presets", i);
            const QJsonObject object = m_reader.object(array.at(i), place);
            Preset preset;
            preset.id = m_reader.text(object, "id", place);
            preset.name = m_reader.text(object, "name", place);
            for (const QJsonValue value : m_reader.array(object, "weights", place)) {
                const QJsonObject weight = m_reader.object(value, place);
                const QString need = m_reader.text(weight, "need", place);
                if (!m_catalogue.languages.findNeed(need))
                    m_reader.fail(place, QStringLiteral("need '%1' is not known").arg(need));
                const double number = m_reader.number(weight, "weight", place);
                if (number < 0 || number > kGreatestWeight)
                    m_reader.fail(place,
                                  QStringLiteral("weight of '%1' is outside 0 to 10").arg(need));
                preset.weights.emplace_back(need, number);
            }
            m_catalogue.presets.push_back(std::move(preset));
        }
    }

    json::DocumentReader m_reader;
    QString m_article;
    QString m_judgement;
    QDate m_date;
    Catalogue m_catalogue;
};

} // namespace

Result<Catalogue> readCatalogue(const QJsonObject &document)
{
    return CatalogueReader().read(document);
}

} // namespace weighbridge::knowledge
