// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/capacity_panel.h"

#include "core/decision/model/value_text.h"
#include "ui/theme/tokens.h"
#include "ui/views/labelled.h"
#include "ui/views/rows.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace weighbridge::views
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

enum Column { nameColumn, coresColumn, instancesColumn, memoryColumn, costColumn, basisColumn };

/// "3–4", or one figure where both ends read alike.
QString rangeText(const evidence::Range &range, const QString &unit = {})
{
    const QString low = decision::rawText(range.low, {});
    const QString high = decision::rawText(range.high, {});
    const QString figures = low == high ? low : QStringLiteral("%1–%2").arg(low, high);
    return unit.isEmpty() ? figures : QStringLiteral("%1 %2").arg(figures, unit);
}
} // namespace

CapacityPanel::CapacityPanel(session::ProjectSession &session) : Panel(session)
{
    m_hint = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_hint->setObjectName(QStringLiteral("capacity.hint"));
    m_hint->setWordWrap(true);
    m_results = new Rows;
    m_comparison = new widgets::Label({}, TextRole::label, Tone::secondary);
    m_comparison->setObjectName(QStringLiteral("capacity.comparison"));
    m_comparison->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::medium);
    layout->addWidget(makeForm());
    layout->addWidget(m_hint);
    layout->addWidget(m_results);
    layout->addWidget(m_comparison);
}

QWidget *CapacityPanel::makeForm()
{
    auto *widget = new QWidget;
    auto *form = new widgets::FlowLayout(widget);
    form->setSpacing(Spacing::medium);
    addField(
        form, {tr("Peak"), "peak", 0, 1e8, 0, tr(" requests/s"), tr("not set")},
        [](const Setting &s) { return s.peakRequestsPerSecond.value_or(0); },
        [](Setting &s, double value) {
            s.peakRequestsPerSecond.reset();
            if (value > 0)
                s.peakRequestsPerSecond = value;
        });
    addField(
        form, {tr("Headroom"), "headroom", 1, 20, 2, tr(" ×"), {}},
        [](const Setting &s) { return s.headroom; },
        [](Setting &s, double value) { s.headroom = value; });
    addField(
        form, {tr("p99 at most"), "p99", 0, 60'000, 1, tr(" ms"), tr("any")},
        [](const Setting &s) { return s.p99TargetMs.value_or(0); },
        [](Setting &s, double value) {
            s.p99TargetMs.reset();
            if (value > 0)
                s.p99TargetMs = value;
        });
    addField(
        form, {tr("Instance"), "cores", 0.25, 512, 2, tr(" cores"), {}},
        [](const Setting &s) { return s.coresPerInstance; },
        [](Setting &s, double value) { s.coresPerInstance = value; });
    addField(
        form, {tr("Its memory"), "memory", 64, 4e6, 0, tr(" MiB"), {}},
        [](const Setting &s) { return s.memoryMibPerInstance; },
        [](Setting &s, double value) { s.memoryMibPerInstance = value; });
    addField(
        form, {tr("Its price a month"), "price", 0, 1e6, 2, {}, tr("not known")},
        [](const Setting &s) { return s.pricePerInstanceMonth; },
        [](Setting &s, double value) { s.pricePerInstanceMonth = value; });
    addPriceFields(form);
    return widget;
}

void CapacityPanel::addField(widgets::FlowLayout *form, const Shape &shape, Get get, Set set)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QStringLiteral("capacity.") + QString::fromLatin1(shape.name));
    box->setRange(shape.least, shape.greatest);
    box->setDecimals(shape.decimals);
    box->setSuffix(shape.suffix);
    box->setSpecialValueText(shape.unset);
    box->setGroupSeparatorShown(true);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, set = std::move(set)](double value) {
        change([&](Setting &setting) { set(setting, value); });
    });
    form->addWidget(labelled(shape.label, box));
    m_fields.push_back({box, std::move(get)});
}

void CapacityPanel::addPriceFields(widgets::FlowLayout *form)
{
    m_currency = new QLineEdit;
    m_currency->setObjectName(QStringLiteral("capacity.currency"));
    m_currency->setMaxLength(8);
    m_currency->setFixedWidth(m_currency->fontMetrics().averageCharWidth() * 10);
    connect(m_currency, &QLineEdit::editingFinished, this, [this] {
        const QString currency = m_currency->text().trimmed();
        if (!currency.isEmpty())
            change([&](Setting &setting) { setting.currency = currency; });
    });
    form->addWidget(labelled(tr("Currency"), m_currency));
    m_priceDate = new QDateEdit;
    m_priceDate->setObjectName(QStringLiteral("capacity.date"));
    m_priceDate->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_priceDate->setSpecialValueText(tr("not dated"));
    m_priceDate->setKeyboardTracking(false);
    connect(m_priceDate, &QDateEdit::dateChanged, this, [this](const QDate &date) {
        change([&](Setting &setting) {
            setting.priceDate = date == m_priceDate->minimumDate() ? QDate() : date;
        });
    });
    form->addWidget(labelled(tr("Price as of"), m_priceDate));
}

void CapacityPanel::change(const std::function<void(Setting &)> &how)
{
    decision::Decision after = session().decision();
    const Setting before = after.capacity;
    how(after.capacity);
    // A new price is true from today on, until somebody says otherwise.
    if (after.capacity.pricePerInstanceMonth != before.pricePerInstanceMonth)
        after.capacity.priceDate = QDate::currentDate();
    session().change(tr("Change Capacity"), after);
}

void CapacityPanel::refresh()
{
    refreshForm();
    refreshResults();
}

void CapacityPanel::refreshForm()
{
    const Setting &setting = session().decision().capacity;
    for (const Field &field : m_fields) {
        const QSignalBlocker blocker(field.box);
        field.box->setValue(field.get(setting));
    }
    const QSignalBlocker currencyBlocker(m_currency);
    const QSignalBlocker dateBlocker(m_priceDate);
    m_currency->setText(setting.currency);
    m_priceDate->setDate(setting.priceDate.isValid() ? setting.priceDate
                                                     : m_priceDate->minimumDate());
}

void CapacityPanel::refreshResults()
{
    const decision::Decision &decision = session().decision();
    const auto results = evidence::capacities(decision, session().project().runs);
    QGridLayout *grid = m_results->restart();
    m_results->setVisible(!results.empty());
    m_hint->setText(results.empty()
                        ? tr("Enter the peak load to see what each alternative needs for it, and "
                             "what that costs.")
                        : tr("Cores = peak × headroom ÷ requests/s of one core. Ranges come from "
                             "the rounds of the run; memory is that of the server's processes.") +
                              differentRunsText(results));
    const bool measured = std::any_of(results.begin(), results.end(), [](const auto &result) {
        return result.capacity.has_value();
    });
    grid->setColumnStretch(basisColumn, 1);
    if (measured) {
        const auto head = [grid](const QString &text, int column) {
            grid->addWidget(new widgets::Label(text, TextRole::caption, Tone::secondary), 0,
                            column);
        };
        head(tr("Alternative"), nameColumn);
        head(tr("Cores"), coresColumn);
        head(tr("Instances"), instancesColumn);
        head(tr("Memory"), memoryColumn);
        head(tr("A month"), costColumn);
        head(tr("Measured with"), basisColumn);
    }
    for (std::size_t i = 0; i < results.size(); ++i)
        addResult(results[i], int(i) + 1);
    m_comparison->setText(measured ? costComparison() : QString());
}

/// That the alternatives' figures are from different runs; empty where they are not.
QString
CapacityPanel::differentRunsText(const std::vector<evidence::AlternativeCapacity> &results) const
{
    const bool different = std::any_of(results.begin(), results.end(), [](const auto &result) {
        return !result.runDate.isEmpty();
    });
    return different ? QLatin1Char(' ') + tr("They are from different runs, so ranges are wider: "
                                             "measure all in one run to compare them.")
                     : QString();
}

void CapacityPanel::addResult(const evidence::AlternativeCapacity &result, int line)
{
    auto *grid = static_cast<QGridLayout *>(m_results->content()->layout());
    const decision::Decision &decision = session().decision();
    const decision::Alternative &alternative = decision.alternatives[result.alternative];
    auto *name = new widgets::Label(alternative.name, TextRole::strong);
    name->setSeries(alternative.series);
    name->setMinimumHeight(theme::Height::listRow);
    grid->addWidget(name, line, nameColumn);
    if (!result.capacity) {
        auto *missing = new widgets::ElidedLabel(result.sentence, TextRole::label, Tone::secondary);
        if (result.missing != evidence::NoCapacity::notMeasured) {
            grid->addWidget(missing, line, coresColumn, 1, -1);
            return;
        }
        auto *measure = widgets::makeButton(tr("Measure"), theme::Kind::link);
        measure->setObjectName(QStringLiteral("capacity.measure.") + alternative.id);
        measure->setAccessibleName(tr("Measure %1").arg(alternative.name));
        connect(measure, &QAbstractButton::clicked, this, [this, targets = alternative.targets] {
            Q_EMIT measureRequested(evidence::sizingWorkload(session().decision()),
                                    QStringList(targets.begin(), targets.end()));
        });
        auto *row = new QHBoxLayout;
        row->addWidget(missing, 1);
        row->addWidget(measure);
        grid->addLayout(row, line, coresColumn, 1, basisColumn);
        return;
    }
    const evidence::Capacity &capacity = *result.capacity;
    const auto add = [grid, line](const QString &text, int column) {
        auto *label = new widgets::Label(text, TextRole::body);
        label->setDigits(widgets::Digits::tabular);
        grid->addWidget(label, line, column);
    };
    const bool priced = decision.capacity.pricePerInstanceMonth > 0;
    add(rangeText(capacity.cores), coresColumn);
    add(rangeText(capacity.instances), instancesColumn);
    add(capacity.memoryMib.high > 0 ? rangeText(capacity.memoryMib, QStringLiteral("MiB"))
                                    : QStringLiteral("–"),
        memoryColumn);
    add(priced ? rangeText(capacity.monthlyCost, decision.capacity.currency) : QStringLiteral("–"),
        costColumn);
    const bool doubtful = !result.meetsP99 || !capacity.fitsInstance;
    auto *basis = new widgets::ElidedLabel(
        !result.meetsP99            ? tr("%1, p99 too long").arg(result.targetName)
        : !capacity.fitsInstance    ? tr("%1, does not fit the memory").arg(result.targetName)
        : !result.runDate.isEmpty() ? tr("%1, run of %2").arg(result.targetName, result.runDate)
                                    : result.targetName,
        TextRole::label, doubtful ? Tone::warn : Tone::secondary);
    basis->setToolTip(result.sentence);
    grid->addWidget(basis, line, basisColumn);
}

QString CapacityPanel::costComparison() const
{
    const decision::Decision &decision = session().decision();
    const decision::Analysis &analysis = session().analysis();
    if (decision.alternatives.size() < 2 || analysis.order.size() < 2)
        return {};
    const auto peak = evidence::costBreakEven(decision, session().project().runs, analysis.first,
                                              analysis.second);
    if (!peak)
        return decision.capacity.pricePerInstanceMonth > 0
                   ? QString()
                   : tr("Enter the price of an instance to compare costs.");
    return tr("Up to %1 one instance is enough for either of %2 and %3; beyond that their costs "
              "differ.")
        .arg(decision::rawText(*peak, tr("requests/s")), decision.alternatives[analysis.first].name,
             decision.alternatives[analysis.second].name);
}

} // namespace weighbridge::views
