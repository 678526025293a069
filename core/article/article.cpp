// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/article/claims.h"
#include "core/base/json/document_reader.h"
#include "core/results/quantity.h"
#include "core/results/workload.h"

#include <QSet>

#include <algorithm>

namespace weighbridge::article
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

const PublishedFigure *rowOf(const Article &article, QStringView target)
{
    const auto found =
        std::find_if(article.figures.begin(), article.figures.end(),
                     [&](const PublishedFigure &row) { return row.target == target; });
    return found == article.figures.end() ? nullptr : &*found;
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
        m_article.workload = m_reader.text(table, "workload", place);
        if (!results::findWorkload(m_article.workload))
            m_reader.fail(place,
                          QStringLiteral("workload '%1' is not known").arg(m_article.workload));
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
            if (rowOf(m_article, figure.target))
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
            readChecks(object, place, claim);
            const QJsonValue addsUp = object.value(QLatin1String("adds_up"));
            if (!addsUp.isBool())
                m_reader.fail(place, QStringLiteral("'adds_up' is not true or false"));
            claim.addsUp = addsUp.toBool(true);
            if (!claim.addsUp && claim.implied.isEmpty())
                m_reader.fail(place, QStringLiteral("does not add up, but 'implied' is missing"));
            m_article.claims.push_back(std::move(claim));
        }
    }

    void readChecks(const QJsonObject &object, const QString &claimPlace, Claim &claim)
    {
        if (!object.contains(QLatin1String("checks")))
            return;
        const QJsonArray checks = m_reader.array(object, "checks", claimPlace);
        for (qsizetype i = 0; i < checks.size(); ++i) {
            const QString place = QStringLiteral("%1.%2").arg(claimPlace, element("checks", i));
            claim.checks.push_back(
                readCheck(m_reader.object(checks.at(i), place), place, claim.workload));
        }
    }

    /// "value" compares one figure, "ratio" one with another, "figures" a row of the table.
    ClaimCheck readCheck(const QJsonObject &object, const QString &place, const QString &workload)
    {
        const QString kind = m_reader.text(object, "kind", place);
        ClaimCheck check;
        check.a = readFigure(object, place, {{}, QStringLiteral("requests_per_second"), workload});
        check.says = m_reader.optionalText(object, "says", place);
        if (kind == QLatin1String("figures")) {
            check.wholeRow = true;
            const PublishedFigure *row = rowOf(m_article, check.a.target);
            if (!row)
                m_reader.fail(place,
                              QStringLiteral("the table has no row '%1'").arg(check.a.target));
            else
                setPublished(check, {row->requestsPerSecond});
            return check;
        }
        if (kind == QLatin1String("ratio"))
            check.b = readDivisor(object, place, check.a);
        else if (kind != QLatin1String("value"))
            m_reader.fail(
                place, QStringLiteral("kind '%1' is not known: ratio, value or figures").arg(kind));
        readBounds(object, place, check);
        return check;
    }

    MeasuredFigure readFigure(const QJsonObject &object, const QString &place,
                              const MeasuredFigure &standard)
    {
        MeasuredFigure figure = standard;
        figure.target = m_reader.text(object, "a", place);
        if (object.contains(QLatin1String("quantity")))
            figure.quantity = m_reader.text(object, "quantity", place);
        if (object.contains(QLatin1String("workload")))
            figure.workload = m_reader.text(object, "workload", place);
        checkFigure(figure, place);
        return figure;
    }

    /// What is divided by: where nothing else is said, as what is divided.
    MeasuredFigure readDivisor(const QJsonObject &object, const QString &place,
                               const MeasuredFigure &dividend)
    {
        MeasuredFigure figure = dividend;
        for (const auto &[key, field] :
             {std::pair("b", &figure.target), std::pair("b_quantity", &figure.quantity),
              std::pair("b_workload", &figure.workload)}) {
            if (object.contains(QLatin1String(key)))
                *field = m_reader.text(object, key, place);
        }
        if (figure == dividend)
            m_reader.fail(place, QStringLiteral("a ratio needs 'b', 'b_quantity' or 'b_workload'"));
        checkFigure(figure, place);
        return figure;
    }

    void checkFigure(const MeasuredFigure &figure, const QString &place)
    {
        if (!results::findQuantity(figure.quantity))
            m_reader.fail(place, QStringLiteral("quantity '%1' is not known").arg(figure.quantity));
        if (figure.workload.isEmpty())
            m_reader.fail(place, QStringLiteral("'workload' is missing, here and in the claim"));
    }

    void readBounds(const QJsonObject &object, const QString &place, ClaimCheck &check)
    {
        check.low = m_reader.optionalNumber(object, "at_least", place);
        check.high = m_reader.optionalNumber(object, "at_most", place);
        check.perCore = object.value(QLatin1String("per")) == QLatin1String("core");
        if (object.contains(QLatin1String("published"))) {
            std::vector<double> published;
            for (const QJsonValue &each : m_reader.array(object, "published", place))
                published.push_back(each.toDouble());
            if (check.decides() || published.empty() || published.size() > 2 ||
                published.front() <= 0 || published.back() < published.front())
                m_reader.fail(place, QStringLiteral("'published' is one figure or a range from low "
                                                    "to high, without other bounds"));
            else
                setPublished(check, published);
        }
        if (check.low && check.high && *check.low > *check.high)
            m_reader.fail(place, QStringLiteral("'at_least' is greater than 'at_most'"));
    }

    /// A figure or a range of figures, with ten per cent either way.
    static void setPublished(ClaimCheck &check, const std::vector<double> &figures)
    {
        constexpr double kTolerance = 0.1;
        check.published = true;
        check.low = figures.front() * (1 - kTolerance);
        check.high = figures.back() * (1 + kTolerance);
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

    json::DocumentReader m_reader;
    QSet<QString> m_ids;
    Article m_article;
};

} // namespace

bool Article::standsBeside(const results::BenchmarkPlan &plan) const
{
    return plan.workload == workload && plan.connections == load().connections &&
           !plan.requestsPerSecond;
}

const PublishedFigure *Article::find(QStringView target, const results::BenchmarkPlan &plan) const
{
    return standsBeside(plan) ? rowOf(*this, target) : nullptr;
}

Result<Article> readArticle(const QJsonObject &document)
{
    return ArticleReader().read(document);
}

const Article &builtInArticle()
{
    static const Article article = [] {
        auto result = readArticle(json::readResource(QStringLiteral(":/catalogue/article.json")));
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

} // namespace weighbridge::article
