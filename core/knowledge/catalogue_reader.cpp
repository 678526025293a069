// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/catalogue.h"
#include "core/knowledge/interview_reader.h"

#include "core/base/json/reader.h"
#include "core/decision/model/value_function.h"
#include "core/knowledge/words.h"
#include "core/results/quantity.h"

namespace weighbridge::knowledge
{

using namespace decision;

namespace
{

constexpr int kVersion = 2;

/// One reading of one document.
class CatalogueReader
{
public:
    Result<Catalogue> read(const json::Reader &document)
    {
        json::requireFormat(document, QStringLiteral("weighbridge-catalogue"), kVersion);
        m_article = document.filled("article");
        m_judgement = document.filled("judgement");
        m_date = readDate(document);
        m_catalogue.ratingsNote = document.filled("ratings_note");
        readAlternatives(m_catalogue.languages, document, "alternatives");
        readAlternatives(m_catalogue.frameworks, document, "frameworks");
        m_catalogue.frameworks.comparison = Comparison::frameworks;
        m_catalogue.table.alternatives = m_catalogue.languages.alternatives;
        for (const json::Reader &need : document.requiredObjects("needs"))
            readNeed(need);
        for (const json::Reader &preset : document.requiredObjects("presets"))
            readPreset(preset);
        for (const json::Reader &part : document.objects("parts"))
            readPart(part);
        readInterview(document, m_catalogue);
        for (const Decision *table :
             {&m_catalogue.table, &m_catalogue.languages, &m_catalogue.frameworks}) {
            if (document.sound())
                document.reject({}, firstDefect(*table));
        }
        if (!document.sound())
            return json::notUsable(document, QStringLiteral("The catalogue"));
        return std::move(m_catalogue);
    }

private:
    static QDate readDate(const json::Reader &fields)
    {
        const auto date = fields.required<QDate>("date");
        if (!date.isValid())
            fields.reject("date", Words::tr("is empty"));
        return date;
    }

    void readAlternatives(Decision &table, const json::Reader &document, const char *list)
    {
        for (const json::Reader &fields : document.requiredObjects(list)) {
            Alternative alternative;
            alternative.id = fields.filled("id");
            alternative.name = fields.filled("name");
            alternative.series = fields.filled("series");
            if (&table == &m_catalogue.frameworks)
                alternative.language = fields.filled("language");
            alternative.targets = fields.required<std::vector<QString>>("targets");
            if (m_catalogue.languages.alternativeIndex(alternative.id) ||
                m_catalogue.frameworks.alternativeIndex(alternative.id))
                rejectTaken(fields, alternative.id);
            table.alternatives.push_back(std::move(alternative));
        }
    }

    static void rejectTaken(const json::Reader &fields, const QString &id)
    {
        fields.reject("id", QStringLiteral("'%1' is there twice").arg(id));
    }

    void readNeed(const json::Reader &fields)
    {
        Need need;
        need.id = fields.filled("id");
        need.name = fields.filled("name");
        need.hint = fields.filled("hint");
        need.workload = fields.valueOr<QString>("workload");
        need.quantity = fields.valueOr<QString>("quantity");
        if (fields.contains("anchors"))
            need.anchors = readAnchors(fields.object("anchors"));
        if (!need.quantity.isEmpty())
            checkQuantity(need, fields);
        if (m_catalogue.languages.findNeed(need.id))
            rejectTaken(fields, need.id);
        m_catalogue.rationales.emplace_back(need.id, fields.filled("rationale"));

        Need ofFrameworks = need;
        need.ratings.resize(m_catalogue.languages.alternatives.size());
        ofFrameworks.ratings.resize(m_catalogue.frameworks.alternatives.size());
        readRatings(need, ofFrameworks, fields);
        if (const auto weight = fields.optional<double>("weight")) {
            fields.requireWithin("weight", *weight, 0, kGreatestWeight);
            m_catalogue.table.needs.push_back(need);
            m_catalogue.table.needs.back().weight = *weight;
            m_catalogue.table.needs.back().sourceWeight = *weight;
        }
        m_catalogue.languages.needs.push_back(std::move(need));
        m_catalogue.frameworks.needs.push_back(std::move(ofFrameworks));
    }

    /// What rates the need must be what its workload measures, in the unit and direction of the
    /// anchors; otherwise an applied measurement would mean something else.
    static void checkQuantity(const Need &need, const json::Reader &fields)
    {
        const results::Quantity *quantity = results::findQuantity(need.quantity);
        if (!need.anchors || need.workload.isEmpty())
            fields.reject("quantity", Words::tr("needs 'workload' and 'anchors'"));
        else if (!quantity)
            fields.reject("quantity", QStringLiteral("'%1' is not known").arg(need.quantity));
        else if (!results::isMeasuredBy(*quantity, need.workload))
            fields.reject(
                "workload",
                QStringLiteral("'%1' does not measure '%2'").arg(need.workload, need.quantity));
        else if (need.anchors->unit != quantity->unit)
            fields.reject("anchors", Words::tr("are in %1, '%2' is measured in %3")
                                         .arg(need.anchors->unit, need.quantity, quantity->unit));
        else if ((need.anchors->highest > need.anchors->lowest) != quantity->moreIsBetter())
            fields.reject("anchors",
                          Words::tr("of '%1' are the wrong way round").arg(need.quantity));
    }

    static Anchors readAnchors(const json::Reader &fields)
    {
        Anchors anchors;
        anchors.lowest = fields.required<double>("lowest");
        anchors.highest = fields.required<double>("highest");
        anchors.unit = fields.filled("unit");
        static_cast<void>(fields.filled("reason")); // for people
        anchors.scale = fields.required<Anchors::Scale>("scale");
        if (anchors.lowest == anchors.highest)
            fields.reject("lowest", Words::tr("and 'highest' are equal"));
        return anchors;
    }

    /// Languages must all be rated; a framework without a rating has its language's.
    void readRatings(Need &ofLanguages, Need &ofFrameworks, const json::Reader &need)
    {
        QStringList given;
        for (const json::Reader &fields : need.requiredObjects("ratings")) {
            const QString id = fields.filled("alternative");
            if (given.contains(id))
                fields.reject("alternative", QStringLiteral("'%1' is rated twice").arg(id));
            given << id;
            const Rating rating = readRating(ofLanguages.anchors, fields);
            if (const auto language = m_catalogue.languages.alternativeIndex(id))
                ofLanguages.ratings[*language] = rating;
            else if (const auto framework = m_catalogue.frameworks.alternativeIndex(id))
                ofFrameworks.ratings[*framework] = rating;
            else
                fields.reject("alternative", QStringLiteral("'%1' is not known").arg(id));
            const auto rationale = fields.valueOr<QString>("rationale");
            if (!rationale.isEmpty())
                m_catalogue.rationales.emplace_back(ofLanguages.id + QLatin1Char('/') + id,
                                                    rationale);
        }
        for (const Alternative &language : m_catalogue.languages.alternatives) {
            if (!given.contains(language.id))
                need.reject("ratings", QStringLiteral("lacks '%1'").arg(language.id));
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

    Rating readRating(const std::optional<Anchors> &anchors, const json::Reader &fields)
    {
        Rating rating;
        if (fields.contains("raw"))
            readEstimate(rating, anchors, fields);
        else if (!fields.contains("level"))
            fields.reject("level", Words::tr("is missing; null where it is not known"));
        else
            rating.level = fields.optional<double>("level");
        if (rating.level)
            fields.requireWithin("level", *rating.level, kLowestLevel, kHighestLevel);
        rating.sourceLevel = rating.level;
        rating.words = fields.valueOr<QString>("words");
        rating.erratum = fields.valueOr<QString>("erratum");
        if (const auto halfWidth = fields.optional<double>("half_width")) {
            rating.spread.kind = Spread::Kind::triangular;
            rating.spread.halfWidth = *halfWidth;
        }
        rating.provenance = fields.required<Provenance>("provenance");
        rating.source = readSource(rating.provenance, fields);
        return rating;
    }

    /// An estimate in the unit of the anchors, within a factor either way.
    static void readEstimate(Rating &rating, const std::optional<Anchors> &anchors,
                             const json::Reader &fields)
    {
        rating.raw = fields.required<double>("raw");
        rating.sourceRaw = rating.raw;
        rating.spread.kind = Spread::Kind::factor;
        rating.spread.factor = fields.required<double>("factor");
        if (!(rating.spread.factor > 1))
            fields.reject("factor", Words::tr("is not more than 1"));
        if (!anchors)
            fields.reject("raw", Words::tr("is given, but its need has no anchors"));
        else if (!(*rating.raw > 0))
            fields.reject("raw", Words::tr("is not more than 0"));
        else
            rating = onAnchors(rating, anchors);
    }

    decision::Source readSource(Provenance provenance, const json::Reader &fields)
    {
        decision::Source source;
        if (provenance == Provenance::article) {
            source.title = m_article;
            source.section = fields.filled("section");
            return source;
        }
        if (provenance == Provenance::measured)
            fields.reject("provenance", Words::tr("cannot be that: a catalogue holds nothing "
                                                  "measured here"));
        const bool isPublic = provenance == Provenance::publicBenchmark;
        source.title = isPublic ? fields.filled("source") : m_judgement;
        source.section = fields.valueOr<QString>("section");
        source.date = isPublic ? readDate(fields) : m_date;
        return source;
    }

    void readPreset(const json::Reader &fields)
    {
        m_catalogue.presets.push_back(
            {fields.filled("id"), fields.filled("name"), readWeights(fields)});
    }

    void readPart(const json::Reader &fields)
    {
        Part part{fields.filled("id"), fields.filled("name"),
                  fields.required<double>("share_of_load"), readWeights(fields)};
        fields.requireWithin("share_of_load", part.shareOfLoad, 0, 1);
        m_catalogue.parts.push_back(std::move(part));
    }

    std::vector<NeedWeight> readWeights(const json::Reader &fields) const
    {
        std::vector<NeedWeight> weights;
        for (const json::Reader &each : fields.requiredObjects("weights")) {
            const NeedWeight weight{each.filled("need"), each.required<double>("weight")};
            if (!m_catalogue.languages.findNeed(weight.need))
                each.reject("need", QStringLiteral("'%1' is not known").arg(weight.need));
            each.requireWithin("weight", weight.weight, 0, kGreatestWeight);
            weights.push_back(weight);
        }
        return weights;
    }

    QString m_article;
    QString m_judgement;
    QDate m_date;
    Catalogue m_catalogue;
};

} // namespace

Result<Catalogue> readCatalogue(const QJsonObject &document)
{
    return CatalogueReader().read(json::Reader(document));
}

} // namespace weighbridge::knowledge
