// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/report/report_blocks.h"

#include "core/decision/model/value_text.h"
#include "core/report/measured_tables.h"
#include "core/report/summary_lines.h"
#include "core/report/view_summaries.h"
#include "ui/charts/chance_chart.h"
#include "ui/charts/swing_chart.h"
#include "ui/charts/why_chart.h"
#include "ui/compare/published_chart.h"
#include "ui/report/claim_block.h"
#include "ui/report/need_block.h"
#include "ui/report/table_block.h"
#include "ui/report/text_block.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace weighbridge::report_page
{

namespace
{
constexpr double kGap = 24;
constexpr double kBoxPadding = 20;

struct ReportBlocks {
    Q_DECLARE_TR_FUNCTIONS(ReportBlocks)
};

QFont titleFont()
{
    return theme::fixedFont(26, QFont::DemiBold);
}

QFont headlineFont()
{
    return theme::fixedFont(24, QFont::DemiBold);
}

/// Collects the blocks of one report.
class Builder
{
public:
    Builder(const report::Content &content, double width, const charts::ChartLook &look)
        : m_content(content), m_width(width), m_look(look)
    {
    }

    std::vector<Block> build()
    {
        addTitle();
        for (const report::Section section : m_content.sections)
            add(section);
        return std::move(m_blocks);
    }

private:
    void add(report::Section section)
    {
        const bool comparable = m_content.decision.alternatives.size() > 1;
        switch (section) {
        case report::Section::recommendation:
            addRecommendation();
            break;
        case report::Section::table:
            addTable();
            break;
        case report::Section::why:
            if (comparable)
                addWhy();
            break;
        case report::Section::chance:
            if (comparable)
                addChance();
            break;
        case report::Section::views:
            addFindings();
            break;
        case report::Section::benchmark:
            addBenchmark();
            addTables();
            break;
        case report::Section::published:
            addPublished();
            break;
        case report::Section::claims:
            addClaims();
            break;
        case report::Section::flips:
            if (comparable)
                addSwings();
            break;
        case report::Section::method:
            addMethod();
            break;
        }
    }

    void gap(double height)
    {
        m_blocks.push_back({height, [](auto &, auto &, auto &) {}, false});
    }

    void text(const QString &words, const QFont &font, const QColor &colour,
              bool keepWithNext = false)
    {
        m_blocks.push_back(textBlock(words, font, colour, m_width));
        m_blocks.back().keepWithNext = keepWithNext;
    }

    void small(const QStringList &paragraphs)
    {
        for (const QString &words : paragraphs) {
            gap(6);
            text(words, theme::fixedFont(10.5), m_look.tokens.text2);
        }
    }

    void addFigures(const report::MeasuredTable &table)
    {
        for (Block &block : tableBlocks(table, m_width, m_look))
            m_blocks.push_back(std::move(block));
    }

    void heading(const QString &words)
    {
        gap(kGap);
        text(words, theme::fixedFont(15, QFont::DemiBold), m_look.tokens.text, true);
        m_blocks.push_back({8, [](auto &, auto &, auto &) {}, true});
    }

    void picture(double height,
                 std::function<void(QPainter &, const QRectF &, const charts::ChartLook &)> paint)
    {
        m_blocks.push_back({height, std::move(paint), false});
    }

    void addTitle()
    {
        text(ReportBlocks::tr("STACK DECISION"), m_look.caption, m_look.tokens.text2);
        gap(6);
        text(m_content.title, titleFont(), m_look.tokens.text);
        gap(4);
        const QString date = QLocale().toString(m_content.date, QStringLiteral("d MMMM yyyy"));
        text(m_content.client.isEmpty()
                 ? date
                 : ReportBlocks::tr("Prepared for %1 · %2").arg(m_content.client, date),
             m_look.label, m_look.tokens.text2);
        gap(kGap);
    }

    void addRecommendation()
    {
        const decision::Verdict &verdict = m_content.analysis.verdict;
        const double inner = m_width - 2 * kBoxPadding;
        Block caption = textBlock(ReportBlocks::tr("Recommendation"), m_look.caption,
                                  m_look.tokens.text2, inner);
        Block headline = textBlock(verdict.headline, headlineFont(), m_look.tokens.text, inner);
        QString sentence = verdict.sentence;
        if (verdict.leader && m_content.analysis.draws > 0) {
            const auto &standing = m_content.analysis.standings[*verdict.leader];
            sentence +=
                QLatin1Char(' ') +
                ReportBlocks::tr("%1 comes out first in %2 of %3 draws in which weights and "
                                 "ratings are allowed to be off.")
                    .arg(m_content.decision.alternatives[*verdict.leader].name,
                         decision::chanceText(standing.chanceBest),
                         QLocale().toString(m_content.analysis.draws));
        }
        Block words = textBlock(sentence, theme::fixedFont(13), m_look.tokens.text2, inner);
        const double height =
            caption.height + headline.height + words.height + 2 * kBoxPadding + 12;
        picture(height, [caption, headline, words](QPainter &painter, const QRectF &rect,
                                                   const charts::ChartLook &look) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(look.tokens.canvas);
            painter.drawRoundedRect(rect, theme::Radius::card, theme::Radius::card);
            QRectF line = rect.adjusted(kBoxPadding, kBoxPadding, -kBoxPadding, -kBoxPadding);
            for (const Block *block : {&caption, &headline, &words}) {
                line.setHeight(block->height);
                block->paint(painter, line, look);
                line.translate(0, block->height + 6);
            }
        });
    }

    void addTable()
    {
        if (m_content.decision.needs.empty())
            return;
        heading(ReportBlocks::tr("What was weighed"));
        for (Block &block : needBlocks(m_content.decision, m_content.analysis))
            m_blocks.push_back(std::move(block));
        for (const QString &note : needFootnotes(m_content.decision)) {
            gap(8);
            text(note, theme::fixedFont(10.5), m_look.tokens.text2);
        }
    }

    void addWhy()
    {
        heading(ReportBlocks::tr("Why"));
        text(ReportBlocks::tr("Share of weight × difference in rating. The bars add up to the net "
                              "difference."),
             m_look.label, m_look.tokens.text2, true);
        picture(charts::whyHeight(m_content.analysis.contributions.size(), m_look),
                [content = m_content](QPainter &painter, const QRectF &rect,
                                      const charts::ChartLook &look) {
                    charts::paintWhy(painter, rect, content.decision, content.analysis, look);
                });
    }

    void addChance()
    {
        heading(ReportBlocks::tr("Chance of being best"));
        picture(charts::chanceHeight(m_look),
                [content = m_content](QPainter &painter, const QRectF &rect,
                                      const charts::ChartLook &look) {
                    charts::paintChance(painter, rect, content.decision, content.analysis, look);
                });
    }

    void addFindings()
    {
        const auto findings = report::viewSummaries(m_content);
        if (findings.empty())
            return;
        heading(ReportBlocks::tr("A closer look"));
        for (const report::ViewSummary &finding : findings) {
            gap(4);
            text(finding.title, m_look.strong, m_look.tokens.text, true);
            for (const QString &line : finding.lines) {
                gap(3);
                text(line, m_look.label, m_look.tokens.text2);
            }
            gap(6);
        }
    }

    void addTables()
    {
        for (const report::MeasuredTable &table :
             report::measuredTables(m_content, readersLocale())) {
            heading(table.title);
            text(table.caption, m_look.label, m_look.tokens.text2, true);
            addFigures(table);
        }
    }

    /// What has been decided, one by one; of the rest only how many there are.
    void addClaims()
    {
        heading(ReportBlocks::tr("The article’s claims"));
        text(claimsSummary(m_content.claims), m_look.label, m_look.tokens.text2, true);
        gap(6);
        for (const article::AssessedClaim &claim : m_content.claims) {
            if (claim.verdict != article::ClaimVerdict::notTested)
                m_blocks.push_back(claimBlock(claim, m_width, m_look));
        }
    }

    void addBenchmark()
    {
        if (!m_content.run)
            return;
        heading(ReportBlocks::tr("Measured on this machine"));
        const report::BenchmarkSummary summary = report::summaryOf(m_content, readersLocale());
        text(summary.verdict.join(QLatin1Char(' ')), theme::fixedFont(13), m_look.tokens.text,
             true);
        const report::MeasuredTable table = report::summaryTable(summary);
        addFigures(table);
        small({table.caption});
        small(report::summarySentences(summary));
        QStringList notes;
        for (const report::SummaryNote &note : summary.notes)
            notes << QStringLiteral("%1  %2").arg(report::noteMark(note), report::noteText(note));
        small(notes);
        const report::MeasuredTable figures = report::runTable(m_content.shown, readersLocale());
        heading(report::loadText(m_content.run->plan, readersLocale()));
        text(figures.caption, m_look.label, m_look.tokens.text2, true);
        addFigures(figures);
    }

    void addPublished()
    {
        heading(ReportBlocks::tr("Published and measured throughput"));
        text(ReportBlocks::tr(
                 "Hollow: published in the article. Filled: measured here. requests/s, log "
                 "scale; at the right measured ÷ published."),
             m_look.label, m_look.tokens.text2, true);
        const auto figures = compare::comparedFigures(article::builtInArticle(), m_content.shown,
                                                      QStringLiteral("requests_per_second"));
        if (!m_content.shown.isOneRun())
            text(m_content.shown.fromDifferentRuns, m_look.label, m_look.tokens.text2, true);
        picture(compare::publishedHeight(figures.size(), m_look),
                [figures](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
                    compare::paintPublished(painter, rect, figures, look);
                });
        for (const article::PublishedCheck &check : m_content.published) {
            gap(4);
            text(ReportBlocks::tr(
                     "%1: %2 users ÷ %3 requests/s = %4 ms, published %5 ms; %5 ms means "
                     "about %6 users.")
                     .arg(check.figure.name, QLocale().toString(check.law.users, 'f', 0),
                          QLocale().toString(check.law.requestsPerSecond, 'f', 0),
                          QLocale().toString(check.law.impliedLatencyMs(), 'f', 1),
                          QLocale().toString(check.law.latencyMs, 'g', 3),
                          QLocale().toString(check.law.impliedUsers(), 'f', 0)),
                 theme::fixedFont(10.5), m_look.tokens.text2);
        }
    }

    void addSwings()
    {
        heading(ReportBlocks::tr("What would change the answer"));
        text(ReportBlocks::tr("Score difference as one weight goes from 0 to 10."), m_look.label,
             m_look.tokens.text2, true);
        picture(charts::swingsHeight(m_content.analysis.swings.size(), m_look),
                [content = m_content](QPainter &painter, const QRectF &rect,
                                      const charts::ChartLook &look) {
                    charts::paintSwings(painter, rect, content.decision, content.analysis, look);
                });
    }

    void addMethod()
    {
        heading(ReportBlocks::tr("Method and source"));
        QStringList parts = {
            ReportBlocks::tr(
                "Additive value model: the sum of share of weight × rating, ratings from 1 to "
                "5 on fixed anchors. Chance of being best: %1 draws of weights and ratings, "
                "seed %2.")
                .arg(QLocale().toString(m_content.analysis.draws))
                .arg(m_content.decision.seed)};
        if (m_content.isOfTheArticle)
            parts << ReportBlocks::tr("Ratings marked as read from the source come from “%1” (%2).")
                         .arg(article::builtInArticle().title, article::builtInArticle().publisher);
        if (m_content.run) {
            for (const report::SummaryFact &fact :
                 report::summaryOf(m_content, readersLocale()).facts)
                parts.append(ReportBlocks::tr("%1: %2.").arg(fact.title, fact.text));
            parts.append(ReportBlocks::tr("Run %1.").arg(m_content.run->id));
        }
        for (const QString &part : parts) {
            text(part, m_look.label, m_look.tokens.text2);
            gap(6);
        }
    }

    const report::Content &m_content;
    double m_width;
    const charts::ChartLook &m_look;
    std::vector<Block> m_blocks;
};
} // namespace

std::vector<Block> blocksOf(const report::Content &content, double width,
                            const charts::ChartLook &look)
{
    return Builder(content, width, look).build();
}

} // namespace weighbridge::report_page
