// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/article/claims.h"
#include "core/base/json/reader.h"
#include "core/base/json/text.h"
#include "core/results/quantity.h"
#include "core/results/workload.h"

#include <QSet>

#include <algorithm>

namespace weighbridge::article
{

namespace
{

constexpr int kVersion = 1;

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

/// One reading of one document.
class ArticleReader
{
public:
    Result<Article> read(const json::Reader &document)
    {
        json::requireFormat(document, QStringLiteral("weighbridge-article"), kVersion);
        m_article.title = document.filled("title");
        m_article.publisher = document.filled("publisher");
        readTable(document.requiredObject("table"));
        for (const json::Reader &claim : document.requiredObjects("claims"))
            readClaim(claim);
        for (const json::Reader &erratum : document.requiredObjects("errata"))
            readErratum(erratum);
        if (!document.sound())
            return json::notUsable(document, QStringLiteral("The article's data"));
        return std::move(m_article);
    }

private:
    void readTable(const json::Reader &table)
    {
        m_article.users = table.required<double>("users");
        if (m_article.users <= 0)
            table.reject("users", QStringLiteral("is not positive"));
        m_article.workload = table.filled("workload");
        if (!results::findWorkload(m_article.workload))
            table.reject("workload", QStringLiteral("'%1' is not known").arg(m_article.workload));
        for (const json::Reader &row : table.requiredObjects("figures")) {
            PublishedFigure figure;
            figure.target = row.filled("target");
            figure.name = row.filled("name");
            figure.requestsPerSecond = row.required<double>("requests_per_second");
            figure.latencyMs = row.required<double>("latency_ms");
            figure.memoryMib = row.required<double>("memory_mib");
            if (figure.requestsPerSecond <= 0 || figure.latencyMs <= 0 || figure.memoryMib <= 0)
                row.reject({}, QStringLiteral("has a figure that is not positive"));
            if (rowOf(m_article, figure.target))
                row.reject("target", QStringLiteral("'%1' is there twice").arg(figure.target));
            m_article.figures.push_back(figure);
        }
    }

    void readClaim(const json::Reader &fields)
    {
        Claim claim;
        claim.id = takeId(fields);
        claim.section = fields.filled("section");
        claim.text = fields.filled("text");
        claim.published = fields.valueOr<QString>("published");
        claim.implied = fields.valueOr<QString>("implied");
        claim.elsewhere = fields.valueOr<QString>("elsewhere");
        claim.elsewhereVerdict = fields.filled("elsewhere_verdict");
        if (!knownVerdicts().contains(claim.elsewhereVerdict))
            fields.reject("elsewhere_verdict",
                          QStringLiteral("'%1' is not known").arg(claim.elsewhereVerdict));
        claim.workload = fields.valueOr<QString>("workload");
        claim.checks = json::listFrom(fields, "checks", [&](const json::Reader &check) {
            return readCheck(check, claim.workload);
        });
        claim.addsUp = fields.required<bool>("adds_up");
        if (!claim.addsUp && claim.implied.isEmpty())
            fields.reject("implied", QStringLiteral("is missing: the claim does not add up"));
        m_article.claims.push_back(std::move(claim));
    }

    /// "value" compares one figure, "ratio" one with another, "figures" a row of the table.
    ClaimCheck readCheck(const json::Reader &fields, const QString &workload)
    {
        const QString kind = fields.filled("kind");
        ClaimCheck check;
        check.a = readFigure(fields, {{}, QStringLiteral("requests_per_second"), workload});
        check.says = fields.valueOr<QString>("says");
        if (kind == QLatin1String("figures")) {
            check.wholeRow = true;
            const PublishedFigure *row = rowOf(m_article, check.a.target);
            if (!row)
                fields.reject("a",
                              QStringLiteral("is '%1', no row of the table").arg(check.a.target));
            else
                setPublished(check, {row->requestsPerSecond});
            return check;
        }
        if (kind == QLatin1String("ratio"))
            check.b = readDivisor(fields, check.a);
        else if (kind != QLatin1String("value"))
            fields.reject("kind",
                          QStringLiteral("is '%1', not 'ratio', 'value' or 'figures'").arg(kind));
        readBounds(fields, check);
        return check;
    }

    static MeasuredFigure readFigure(const json::Reader &fields, const MeasuredFigure &standard)
    {
        MeasuredFigure figure;
        figure.target = fields.filled("a");
        figure.quantity = fields.valueOr("quantity", standard.quantity);
        figure.workload = fields.valueOr("workload", standard.workload);
        checkFigure(fields, figure);
        return figure;
    }

    /// What is divided by: where nothing else is said, as what is divided.
    static MeasuredFigure readDivisor(const json::Reader &fields, const MeasuredFigure &dividend)
    {
        MeasuredFigure figure;
        figure.target = fields.valueOr("b", dividend.target);
        figure.quantity = fields.valueOr("b_quantity", dividend.quantity);
        figure.workload = fields.valueOr("b_workload", dividend.workload);
        if (figure == dividend)
            fields.reject({}, QStringLiteral("is a ratio and needs 'b', 'b_quantity' or "
                                             "'b_workload'"));
        checkFigure(fields, figure);
        return figure;
    }

    static void checkFigure(const json::Reader &fields, const MeasuredFigure &figure)
    {
        if (!results::findQuantity(figure.quantity))
            fields.reject(
                {}, QStringLiteral("has a quantity, '%1', that is not known").arg(figure.quantity));
        if (figure.workload.isEmpty())
            fields.reject("workload", QStringLiteral("is missing, here and in the claim"));
    }

    static void readBounds(const json::Reader &fields, ClaimCheck &check)
    {
        check.low = fields.optional<double>("at_least");
        check.high = fields.optional<double>("at_most");
        check.perCore = fields.valueOr<QString>("per") == QLatin1String("core");
        if (const auto published = fields.optional<std::vector<double>>("published")) {
            if (check.decides() || published->empty() || published->size() > 2 ||
                published->front() <= 0 || published->back() < published->front())
                fields.reject("published",
                              QStringLiteral("is one figure or a range from low to high, "
                                             "without other bounds"));
            else
                setPublished(check, *published);
        }
        if (check.low && check.high && *check.low > *check.high)
            fields.reject("at_least", QStringLiteral("is greater than 'at_most'"));
    }

    /// A figure or a range of figures, with ten per cent either way.
    static void setPublished(ClaimCheck &check, const std::vector<double> &figures)
    {
        constexpr double kTolerance = 0.1;
        check.published = true;
        check.low = figures.front() * (1 - kTolerance);
        check.high = figures.back() * (1 + kTolerance);
    }

    void readErratum(const json::Reader &fields)
    {
        Erratum erratum;
        erratum.id = takeId(fields);
        erratum.text = fields.filled("text");
        erratum.reason = fields.filled("reason");
        erratum.corrected = fields.valueOr<QString>("corrected");
        m_article.errata.push_back(std::move(erratum));
    }

    QString takeId(const json::Reader &fields)
    {
        const QString id = fields.filled("id");
        if (m_ids.contains(id))
            fields.reject("id", QStringLiteral("'%1' is there twice").arg(id));
        m_ids.insert(id);
        return id;
    }

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
    return ArticleReader().read(json::Reader(document));
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
