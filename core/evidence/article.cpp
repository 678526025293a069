// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/claims.h"
#include "core/evidence/json_reader.h"

#include <QSet>

#include <algorithm>

namespace weighbridge::evidence
{

namespace
{

constexpr int kVersion = 1;

QString element(const char *list, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(QLatin1String(list)).arg(index);
}

const QSet<QString> &knownVerdicts()
{
    static const QSet<QString> names{QStringLiteral("supported"),    QStringLiteral("partly"),
                                     QStringLiteral("outdated"),     QStringLiteral("contradicted"),
                                     QStringLiteral("unverifiable"), QStringLiteral("judgement")};
    return names;
}

/// One reading of one document: the fields read so far and the first mistake.
class ArticleReader
{
public:
    Result<Article> read(const QJsonObject &document)
    {
        if (document.value(QLatin1String("schema")).toString() !=
            QLatin1String("weighbridge-article"))
            m_reader.fail({}, QStringLiteral("'schema' is not 'weighbridge-article'"));
        if (const double version = m_reader.number(document, "version", {}); version != kVersion)
            m_reader.fail({}, QStringLiteral("version %1 is not known, this program reads %2")
                                  .arg(version)
                                  .arg(kVersion));
        m_article.title = m_reader.text(document, "title", {});
        m_article.publisher = m_reader.text(document, "publisher", {});
        readTable(m_reader.object(document.value(QLatin1String("table")), QStringLiteral("table")));
        readClaims(m_reader.array(document, "claims", {}));
        readErrata(m_reader.array(document, "errata", {}));
        if (m_reader.failed())
            return m_reader.error(QStringLiteral("The article's data"));
        return std::move(m_article);
    }

private:
    void readTable(const QJsonObject &table)
    {
        const QString place = QStringLiteral("table");
        m_article.users = m_reader.number(table, "users", place);
        if (m_article.users <= 0)
            m_reader.fail(place, QStringLiteral("'users' is not positive"));
        const QJsonArray figures = m_reader.array(table, "figures", place);
        for (qsizetype i = 0; i < figures.size(); ++i) {
            const QString at = QStringLiteral("table.%1").arg(element("figures", i));
            const QJsonObject object = m_reader.object(figures.at(i), at);
            PublishedFigure figure;
            figure.target = m_reader.text(object, "target", at);
            figure.name = m_reader.text(object, "name", at);
            figure.requestsPerSecond = m_reader.number(object, "requests_per_second", at);
            figure.latencyMs = m_reader.number(object, "latency_ms", at);
            figure.memoryMib = m_reader.number(object, "memory_mib", at);
            if (figure.requestsPerSecond <= 0 || figure.latencyMs <= 0 || figure.memoryMib <= 0)
                m_reader.fail(at, QStringLiteral("a figure is not positive"));
            if (m_article.find(figure.target))
                m_reader.fail(at, QStringLiteral("'%1' is there twice").arg(figure.target));
            m_article.figures.push_back(figure);
        }
    }

    void readClaims(const QJsonArray &claims)
    {
        for (qsizetype i = 0; i < claims.size(); ++i) {
            const QString place = element("claims", i);
            const QJsonObject object = m_reader.object(claims.at(i), place);
            Claim claim;
            claim.id = takeId(object, place);
            claim.section = m_reader.text(object, "section", place);
            claim.text = m_reader.text(object, "text", place);
            claim.published = m_reader.optionalText(object, "published", place);
            claim.implied = m_reader.optionalText(object, "implied", place);
            claim.elsewhere = m_reader.optionalText(object, "elsewhere", place);
            claim.elsewhereVerdict = m_reader.text(object, "elsewhere_verdict", place);
            if (!knownVerdicts().contains(claim.elsewhereVerdict))
                m_reader.fail(
                    place, QStringLiteral("verdict '%1' is not known").arg(claim.elsewhereVerdict));
            claim.workload = m_reader.optionalText(object, "workload", place);
            claim.check = m_reader.optionalText(object, "check", place);
            const QJsonValue addsUp = object.value(QLatin1String("adds_up"));
            if (!addsUp.isBool())
                m_reader.fail(place, QStringLiteral("'adds_up' is not true or false"));
            claim.addsUp = addsUp.toBool(true);
            if (!claim.addsUp && claim.implied.isEmpty())
                m_reader.fail(place, QStringLiteral("does not add up, but 'implied' is missing"));
            m_article.claims.push_back(std::move(claim));
        }
    }

    void readErrata(const QJsonArray &errata)
    {
        for (qsizetype i = 0; i < errata.size(); ++i) {
            const QString place = element("errata", i);
            const QJsonObject object = m_reader.object(errata.at(i), place);
            Erratum erratum;
            erratum.id = takeId(object, place);
            erratum.text = m_reader.text(object, "text", place);
            erratum.reason = m_reader.text(object, "reason", place);
            erratum.corrected = m_reader.optionalText(object, "corrected", place);
            m_article.errata.push_back(std::move(erratum));
        }
    }

    QString takeId(const QJsonObject &object, const QString &place)
    {
        const QString id = m_reader.text(object, "id", place);
        if (m_ids.contains(id))
            m_reader.fail(place, QStringLiteral("the id '%1' is taken").arg(id));
        m_ids.insert(id);
        return id;
    }

    JsonReader m_reader;
    QSet<QString> m_ids;
    Article m_article;
};

} // namespace

const PublishedFigure *Article::find(QStringView target) const
{
    const auto found =
        std::find_if(figures.begin(), figures.end(),
                     [&](const PublishedFigure &row) { return row.target == target; });
    return found == figures.end() ? nullptr : &*found;
}

Result<Article> readArticle(const QJsonObject &document)
{
    return ArticleReader().read(document);
}

const Article &builtInArticle()
{
    static const Article article = [] {
        auto result = readArticle(readResource(QStringLiteral(":/catalogue/article.json")));
        Q_ASSERT_X(result.hasValue(), "builtInArticle", qPrintable(result.error().message()));
        return std::move(result).value();
    }();
    return article;
}

std::vector<PublishedCheck> checkPublishedFigures(const Article &article)
{
    std::vector<PublishedCheck> checks;
    for (const PublishedFigure &figure : article.figures)
        checks.push_back({figure, {article.users, figure.requestsPerSecond, figure.latencyMs}});
    return checks;
}

} // namespace weighbridge::evidence
