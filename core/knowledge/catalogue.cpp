// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/catalogue.h"

#include "core/evidence/json_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

constexpr int kVersion = 1;

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
        m_catalogue.ratingsNote = m_reader.text(document, "ratings_note", {});
        readAlternatives(m_reader.array(document, "alternatives", {}));
        readNeeds(m_reader.array(document, "needs", {}));
        readPresets(m_reader.array(document, "presets", {}));
        if (!m_reader.failed()) {
            const QString defect = firstDefect(m_catalogue.table);
            if (!defect.isEmpty())
                m_reader.fail({}, defect);
        }
        if (m_reader.failed())
            return m_reader.error(QStringLiteral("The catalogue"));
        return std::move(m_catalogue);
    }

private:
    void readAlternatives(const QJsonArray &array)
    {
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString place = element("alternatives", i);
            const QJsonObject object = m_reader.object(array.at(i), place);
            Alternative alternative;
            alternative.id = m_reader.text(object, "id", place);
            alternative.name = m_reader.text(object, "name", place);
            alternative.series = m_reader.text(object, "series", place);
            for (const QJsonValue target : m_reader.array(object, "targets", place))
                alternative.targets.push_back(target.toString());
            if (m_catalogue.table.alternativeIndex(alternative.id))
                m_reader.fail(place, QStringLiteral("the id '%1' is taken").arg(alternative.id));
            m_catalogue.table.alternatives.push_back(std::move(alternative));
        }
    }

    void readNeeds(const QJsonArray &array)
    {
        for (qsizetype k = 0; k < array.size(); ++k) {
            const QString place = element("needs", k);
            const QJsonObject object = m_reader.object(array.at(k), place);
            Need need;
            need.id = m_reader.text(object, "id", place);
            need.name = m_reader.text(object, "name", place);
            need.hint = m_reader.text(object, "hint", place);
            need.weight = m_reader.number(object, "weight", place);
            need.sourceWeight = need.weight;
            need.workload = m_reader.optionalText(object, "workload", place);
            need.quantity = m_reader.optionalText(object, "quantity", place);
            need.anchors = readAnchors(object, place);
            if (need.weight < 0 || need.weight > kGreatestWeight)
                m_reader.fail(place, QStringLiteral("'weight' is outside 0 to 10"));
            if (!need.quantity.isEmpty() && (!need.anchors || need.workload.isEmpty()))
                m_reader.fail(place, QStringLiteral("a 'quantity' needs 'workload' and 'anchors'"));
            need.ratings.resize(m_catalogue.table.alternatives.size());
            readRatings(need, m_reader.array(object, "ratings", place), place);
            if (m_catalogue.table.findNeed(need.id))
                m_reader.fail(place, QStringLiteral("the id '%1' is taken").arg(need.id));
            m_catalogue.table.needs.push_back(std::move(need));
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
        const QString scale = m_reader.text(object, "scale", place);
        if (scale == QLatin1String("linear"))
            anchors.scale = Anchors::Scale::linear;
        else if (scale != QLatin1String("logarithmic"))
            m_reader.fail(place, QStringLiteral("'scale' is neither 'linear' nor 'logarithmic'"));
        if (anchors.lowest == anchors.highest)
            m_reader.fail(place, QStringLiteral("'lowest' and 'highest' are equal"));
        return anchors;
    }

    void readRatings(Need &need, const QJsonArray &array, const QString &needPlace)
    {
        std::vector<bool> given(need.ratings.size(), false);
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString place = QStringLiteral("%1.%2").arg(needPlace, element("ratings", i));
            const QJsonObject object = m_reader.object(array.at(i), place);
            const QString id = m_reader.text(object, "alternative", place);
            const auto index = m_catalogue.table.alternativeIndex(id);
            if (!index) {
                m_reader.fail(place, QStringLiteral("alternative '%1' is not known").arg(id));
                continue;
            }
            if (given[*index])
                m_reader.fail(place, QStringLiteral("'%1' is rated twice").arg(id));
            given[*index] = true;
            need.ratings[*index] = readRating(object, place);
        }
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (!given[i])
                m_reader.fail(needPlace, QStringLiteral("'ratings' lacks '%1'")
                                             .arg(m_catalogue.table.alternatives[i].id));
        }
    }

    Rating readRating(const QJsonObject &object, const QString &place)
    {
        Rating rating;
        rating.level = m_reader.number(object, "level", place);
        if (*rating.level < kLowestLevel || *rating.level > kHighestLevel)
            m_reader.fail(place, QStringLiteral("'level' is outside 1 to 5"));
        rating.sourceLevel = rating.level;
        rating.words = m_reader.optionalText(object, "words", place);
        rating.erratum = m_reader.optionalText(object, "erratum", place);
        const QString name = m_reader.text(object, "provenance", place);
        const auto provenance = evidence::provenanceFromName(name);
        if (!provenance)
            m_reader.fail(place, QStringLiteral("provenance '%1' is not known").arg(name));
        rating.provenance = provenance.value_or(evidence::Provenance::judged);
        rating.source.title = m_article;
        rating.source.section = m_reader.text(object, "section", place);
        return rating;
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
                if (!m_catalogue.table.findNeed(need))
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

    evidence::JsonReader m_reader;
    QString m_article;
    Catalogue m_catalogue;
};

} // namespace

Result<Catalogue> readCatalogue(const QJsonObject &document)
{
    return CatalogueReader().read(document);
}

const Catalogue &builtInCatalogue()
{
    static const Catalogue catalogue = [] {
        auto result =
            readCatalogue(evidence::readResource(QStringLiteral(":/catalogue/needs.json")));
        Q_ASSERT_X(result.hasValue(), "builtInCatalogue", qPrintable(result.error().message()));
        return std::move(result).value();
    }();
    return catalogue;
}

const Preset *matchingPreset(const Catalogue &catalogue, const Decision &decision)
{
    const auto found =
        std::find_if(catalogue.presets.begin(), catalogue.presets.end(), [&](const Preset &preset) {
            return preset.weights.size() == decision.needs.size() &&
                   std::all_of(preset.weights.begin(), preset.weights.end(),
                               [&](const auto &weight) {
                                   const Need *need = decision.findNeed(weight.first);
                                   return need && need->weight == weight.second;
                               });
        });
    return found == catalogue.presets.end() ? nullptr : &*found;
}

Decision withPreset(Decision decision, const Preset &preset)
{
    for (const auto &[id, weight] : preset.weights) {
        if (Need *need = decision.findNeed(id))
            need->weight = weight;
    }
    return decision;
}

} // namespace weighbridge::knowledge
