// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "ui/theme/series.h"
#include "ui/theme/style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/hover_card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rating_edit.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/status.h"
#include "ui/widgets/weight_slider.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace weighbridge;
using namespace weighbridge::widgets;
using theme::Glyph;
using theme::Kind;
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

namespace
{

QWidget *makeRail()
{
    auto *rail = new QWidget;
    auto *column = new QVBoxLayout(rail);
    column->setContentsMargins(Spacing::tiny, Spacing::medium, Spacing::tiny, Spacing::medium);
    column->setSpacing(Spacing::tiny);
    auto *decide = new RailButton(Glyph::decide, QStringLiteral("Decide"));
    decide->setChecked(true);
    auto *benchmark = new RailButton(Glyph::benchmark, QStringLiteral("Benchmark"));
    benchmark->setStatus(RailStatus::running, QStringLiteral("running"));
    column->addWidget(decide);
    column->addWidget(benchmark);
    column->addWidget(new RailButton(Glyph::compare, QStringLiteral("Compare")));
    auto *report = new RailButton(Glyph::report, QStringLiteral("Report"));
    report->setStatus(RailStatus::failed, QStringLiteral("failed"));
    column->addWidget(report);
    column->addStretch();
    column->addWidget(new IconButton(Glyph::moon, QStringLiteral("Dark")), 0, Qt::AlignHCenter);
    column->addWidget(new IconButton(Glyph::settings, QStringLiteral("Settings")), 0,
                      Qt::AlignHCenter);
    return rail;
}

Card *makeTypeCard()
{
    auto *card = new Card;
    card->body()->addWidget(
        new Label(QStringLiteral("Recommendation"), TextRole::caption, Tone::hint));
    card->body()->addWidget(new Label(QStringLiteral("Go leads, narrowly"), TextRole::verdict));
    auto *sentence = new Label(QStringLiteral("Go 3.86 vs Python 3.71 out of 5. Moving AI / ML "
                                              "integration from 4 to 6 would flip it."),
                               TextRole::body, Tone::secondary);
    sentence->setWordWrap(true);
    card->body()->addWidget(sentence);
    auto *row = new QHBoxLayout;
    for (const char *id : {"go", "python", "node", "echo", "flask"}) {
        auto *name = new Label(QString::fromLatin1(id), TextRole::section);
        name->setSeries(QString::fromLatin1(id));
        row->addWidget(name);
    }
    row->addStretch();
    auto *number = new Label(QStringLiteral("95,000"), TextRole::section);
    number->setDigits(Digits::tabular);
    row->addWidget(number);
    card->body()->addLayout(row);
    return card;
}

Card *makeNeedsCard()
{
    auto *card = new Card(QStringLiteral("Needs"), QStringLiteral("weights and ratings"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Spacing::huge);
    struct Row {
        const char *name;
        int weight;
        double tie;
        double go;
        double python;
        const char *words;
    };
    const Row rows[] = {{"High-traffic API", 7, 4.5, 5, 3, "Best choice"},
                        {"AI / ML integration", 4, 5.7, 2.5, 5, "Limited libraries"},
                        {"Team learning curve", 5, 10, 6.2, 4, "Larger images"}};
    for (int index = 0; index < 3; ++index) {
        const Row &row = rows[index];
        grid->addWidget(new Label(QString::fromUtf8(row.name), TextRole::strong), index, 0);
        auto *slider = new WeightSlider;
        slider->setValue(row.weight);
        slider->setTie(row.tie, QStringLiteral("python"), QStringLiteral("tie"));
        grid->addWidget(slider, index, 1);
        auto *number = new Label(QString::number(row.weight), TextRole::strong);
        number->setDigits(Digits::tabular);
        grid->addWidget(number, index, 2);
        auto *go = new RatingEdit(QStringLiteral("go"));
        go->setSourceRating(index == 1 ? 2.0 : row.go);
        go->setRating(row.go, index == 2 ? RatingOrigin::measured : RatingOrigin::source);
        go->setWording(QString::fromUtf8(row.words));
        grid->addWidget(go, index, 3);
        auto *python = new RatingEdit(QStringLiteral("python"));
        python->setRating(row.python);
        python->setWording(QString::fromUtf8(row.words),
                           index == 2 ? QStringLiteral("A copy of the row above") : QString());
        grid->addWidget(python, index, 4);
        grid->addWidget(new IconButton(Glyph::more, QStringLiteral("More")), index, 5);
    }
    card->body()->addLayout(grid);
    auto *row = new QHBoxLayout;
    row->addWidget(makeButton(QStringLiteral("Add need"), Kind::ghost, Glyph::plus));
    row->addWidget(makeButton(QStringLiteral("Add alternative"), Kind::ghost, Glyph::plus));
    row->addStretch();
    row->addWidget(new SegmentedControl(
        {QStringLiteral("a little"), QStringLiteral("some"), QStringLiteral("a lot")},
        QStringLiteral("Uncertainty")));
    card->body()->addLayout(row);
    return card;
}

Card *makeButtonsCard()
{
    auto *card = new Card(QStringLiteral("Buttons"));
    card->addHeaderWidget(new SegmentedControl({QStringLiteral("Log"), QStringLiteral("Linear")},
                                               QStringLiteral("Scale")));
    auto *chips = new FlowLayout;
    for (const char *text : {"Even", "High-traffic API", "AI product", "MVP", "Platform team"}) {
        auto *chip = new ChipButton(QString::fromLatin1(text));
        chip->setChecked(chip->text() == QLatin1String("MVP"));
        chips->addWidget(chip);
    }
    card->body()->addLayout(chips);
    for (const bool enabled : {true, false}) {
        auto *row = new FlowLayout;
        auto *present = makeButton(QStringLiteral("Present"), Kind::standard, Glyph::present);
        auto *run = makeButton(QStringLiteral("Run benchmark"), Kind::hero, Glyph::play);
        auto *small = makeButton(QStringLiteral("Small"));
        theme::setKind(small, Kind::standard, theme::ControlSize::small);
        for (QPushButton *button :
             {present, makeButton(QStringLiteral("Apply"), Kind::primary),
              makeButton(QStringLiteral("Cancel"), Kind::danger),
              makeButton(QStringLiteral("History"), Kind::ghost, Glyph::history),
              makeButton(QStringLiteral("Set up"), Kind::link), small, run}) {
            button->setEnabled(enabled);
            row->addWidget(button);
        }
        card->body()->addLayout(row);
    }
    auto *menuButton = makeButton(QStringLiteral("Project"), Kind::ghost);
    menuButton->setMenu(new QMenu(menuButton));
    card->body()->addWidget(menuButton, 0, Qt::AlignLeft);
    auto *pills = new FlowLayout;
    pills->addWidget(new StatusPill(Status::ok, QStringLiteral("Holds for FastAPI")));
    pills->addWidget(new StatusPill(Status::warn, QStringLiteral("Does not add up")));
    pills->addWidget(new StatusPill(Status::neutral, QStringLiteral("Not tested")));
    pills->addWidget(new StatusPill(Status::err, QStringLiteral("Failed")));
    pills->addWidget(new StatusPill(Status::running, QStringLiteral("Running")));
    card->body()->addLayout(pills);
    auto *progress = new SegmentedProgress;
    std::vector<SegmentedProgress::Segment> segments;
    for (const char *id : {"gin", "fiber", "echo", "fastapi", "django", "flask", "express"}) {
        const QString name = QString::fromLatin1(id);
        const double fraction = segments.size() < 4 ? 1.0 : segments.size() == 4 ? 0.6 : 0.0;
        segments.push_back({name, name, fraction, false});
    }
    progress->setSegments(std::move(segments));
    card->body()->addWidget(progress);
    return card;
}

Card *makeInputsCard()
{
    auto *card = new Card(QStringLiteral("Inputs"));
    auto *combo = new QComboBox;
    combo->addItem(QStringLiteral("JSON API (as in the article)"));
    card->body()->addWidget(combo);
    auto *line = new QLineEdit;
    line->setPlaceholderText(QStringLiteral("Client"));
    card->body()->addWidget(line);
    auto *spin = new QSpinBox;
    spin->setRange(1, 9999);
    spin->setValue(1000);
    spin->setGroupSeparatorShown(true);
    card->body()->addWidget(spin);
    for (const char *id : {"", "gin", "fastapi", "flask", "express"}) {
        auto *box = new QCheckBox(*id ? QString::fromLatin1(id) : QStringLiteral("Recommendation"));
        box->setChecked(true);
        if (*id)
            theme::setSeries(box, QString::fromLatin1(id));
        card->body()->addWidget(box);
    }
    auto *off = new QCheckBox(QStringLiteral("off"));
    auto *disabled = new QCheckBox(QStringLiteral("not installed"));
    disabled->setEnabled(false);
    auto *radio = new QRadioButton(QStringLiteral("radio"));
    radio->setChecked(true);
    card->body()->addWidget(off);
    card->body()->addWidget(disabled);
    card->body()->addWidget(radio);
    auto *bar = new QProgressBar;
    bar->setValue(60);
    card->body()->addWidget(bar);
    auto *scroll = new QScrollBar(Qt::Horizontal);
    scroll->setRange(0, 100);
    card->body()->addWidget(scroll);
    return card;
}

Card *makeTableCard()
{
    auto *card = new Card;
    auto *tabs = new QTabBar;
    for (const char *text : {"Results", "Log", "Environment"})
        tabs->addTab(QString::fromLatin1(text));
    card->body()->addWidget(tabs);
    auto *table = new QTableWidget(3, 3);
    table->setObjectName(QStringLiteral("results"));
    table->setHorizontalHeaderLabels(
        {QStringLiteral("Framework"), QStringLiteral("Published req/s"), QStringLiteral("p99 ms")});
    const char *cells[3][3] = {
        {"Gin", "95,000", "71"}, {"Fiber", "102,000", "60"}, {"Django", "4,500", "1720"}};
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column)
            table->setItem(row, column,
                           new QTableWidgetItem(QString::fromLatin1(cells[row][column])));
    }
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(theme::Height::tableRow);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->selectRow(1);
    card->body()->addWidget(table);
    return card;
}

} // namespace

QWidget *makeGallery()
{
    auto *window = new QWidget;
    window->resize(1360, 900);
    auto *row = new QHBoxLayout(window);
    row->setContentsMargins(0, 0, Spacing::pageMargin, 0);
    row->addWidget(makeRail());
    auto *grid = new QGridLayout;
    grid->setContentsMargins(Spacing::pageMargin, Spacing::pageMargin, 0, Spacing::pageMargin);
    grid->setSpacing(Spacing::cardGap);
    row->addLayout(grid, 1);
    grid->addWidget(makeNeedsCard(), 0, 0);
    grid->addWidget(makeTypeCard(), 0, 1);
    grid->addWidget(makeButtonsCard(), 1, 0);
    grid->addWidget(makeInputsCard(), 1, 1, 2, 1);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(Spacing::cardGap);
    lower->addWidget(makeTableCard(), 1);
    auto *empty = new Card;
    auto *state = new EmptyState(Glyph::benchmark, QStringLiteral("Nothing measured yet"),
                                 QStringLiteral("Run a benchmark to see numbers here."));
    state->addAction(QStringLiteral("Run benchmark"));
    empty->body()->addWidget(state);
    lower->addWidget(empty, 1);
    grid->addLayout(lower, 2, 0);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 1);
    auto *hover = new HoverCard(window);
    hover->setObjectName(QStringLiteral("hover"));
    hover->setContent(
        QStringLiteral("19.0 s into run"),
        {{QStringLiteral("gin"), QStringLiteral("Gin"), QStringLiteral("38,469"), 38469},
         {QStringLiteral("fiber"), QStringLiteral("Fiber"), QStringLiteral("45,105"), 45105},
         {QStringLiteral("echo"), QStringLiteral("Echo"), QStringLiteral("37,926"), 37926},
         {QStringLiteral("express"), QStringLiteral("Express"), QStringLiteral("10,083"), 10083},
         {QStringLiteral("flask"), QStringLiteral("Flask"), QStringLiteral("1,665"), 1665},
         {QStringLiteral("reference"), QStringLiteral("Reference"), QStringLiteral("90,120"),
          90120},
         {QStringLiteral("django"), QStringLiteral("Django"), QStringLiteral("1,160"), 1160}});
    return window;
}
