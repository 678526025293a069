// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/article/claims.h"

#include "app/command_line/arguments.h"
#include "app/command_line/commands.h"
#include "app/command_line/console.h"
#include "app/command_line/project_file.h"
#include "app/command_line/text_table.h"
#include "core/report/decision_json.h"

#include <algorithm>

namespace weighbridge::app
{

using namespace article;

namespace
{

QString figuresText(const std::vector<PublishedCheck> &checks)
{
    TextTable table;
    table.addColumn(QStringLiteral("Target"));
    for (const char *title : {"Published req/s", "Published ms", "Implied ms", "Implied users"})
        table.addColumn(QString::fromLatin1(title), TextTable::Align::right);
    table.addColumn(QStringLiteral("Little's law"));
    for (const PublishedCheck &check : checks)
        table.addRow(
            {check.figure.target, grouped(check.figure.requestsPerSecond),
             figure(check.figure.latencyMs), figure(check.law.impliedLatencyMs()),
             grouped(check.law.impliedUsers()),
             check.law.holds() ? QStringLiteral("holds") : QStringLiteral("does not add up")});
    return table.toString();
}

QString claimText(const AssessedClaim &assessed)
{
    const Claim &claim = assessed.claim;
    QString verdict = nameOf(assessed.verdict);
    verdict.replace(QLatin1Char('_'), QLatin1Char(' '));
    QString text = QStringLiteral("%1  [%2] %3\n").arg(claim.id, verdict, claim.text);
    const auto line = [&text](const char *name, const QString &value) {
        if (!value.isEmpty())
            text += QStringLiteral("    %1: %2\n").arg(QString::fromLatin1(name), value);
    };
    line("section", claim.section);
    line("published", claim.published);
    line("follows", claim.implied);
    line("measured here", assessed.measured);
    line("elsewhere", QStringLiteral("%1 (%2)").arg(claim.elsewhere, claim.elsewhereVerdict));
    line("tested by", claim.workload);
    line("reason", assessed.reason);
    return text;
}

QString claimsText(const Article &article, const std::vector<AssessedClaim> &claims,
                   const std::vector<PublishedCheck> &checks)
{
    QString text = QStringLiteral("%1 (%2)\n\n").arg(article.title, article.publisher);
    text += QStringLiteral("The published table, %1 users\n").arg(grouped(article.users));
    text += figuresText(checks);
    const auto count = [&claims](ClaimVerdict verdict) {
        return std::count_if(claims.begin(), claims.end(),
                             [verdict](const auto &claim) { return claim.verdict == verdict; });
    };
    text += QStringLiteral("\n%1 claims: %2 hold, %3 do not add up, %4 contradicted here, "
                           "%5 not tested\n\n")
                .arg(claims.size())
                .arg(count(ClaimVerdict::holds))
                .arg(count(ClaimVerdict::doesNotAddUp))
                .arg(count(ClaimVerdict::contradictedHere))
                .arg(count(ClaimVerdict::notTested));
    for (const AssessedClaim &claim : claims)
        text += claimText(claim);
    text += QStringLiteral("\nErrors in the article\n");
    for (const Erratum &erratum : article.errata) {
        text += QStringLiteral("%1  %2\n    %3\n").arg(erratum.id, erratum.text, erratum.reason);
        if (!erratum.corrected.isEmpty())
            text += QStringLiteral("    should read: %1\n").arg(erratum.corrected);
    }
    return text;
}

} // namespace

ExitCode runClaims(const QStringList &arguments, std::stop_token)
{
    Arguments line(QStringLiteral("claims"),
                   QStringLiteral("Every claim of the article: what it says, what follows from its "
                                  "own numbers,\nwhat the runs of FILE measured here, and the "
                                  "verdict."));
    line.setOperands(Arguments::Operands::optional, QStringLiteral("FILE.weigh"),
                     QStringLiteral("a project with benchmark runs"));
    line.addFlag(QStringLiteral("json"), QStringLiteral("print one JSON object"));
    if (const auto finished = line.parse(arguments))
        return *finished;
    const auto project = projectOrSample(line.operand());
    if (!project) {
        complain(project.error());
        return ExitCode::failure;
    }
    const Article &article = builtInArticle();
    const auto claims = assessClaims(article, project->runs);
    const auto checks = checkPublishedFigures(article);
    if (line.isSet(QStringLiteral("json")))
        printJson(report::claimsJson(claims, checks, article.errata));
    else
        print(claimsText(article, claims, checks));
    return afterFlush(ExitCode::success);
}

} // namespace weighbridge::app
