// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/capacity.h"
#include "ui/views/panel.h"

#include <functional>

class QDateEdit;
class QDoubleSpinBox;
class QLineEdit;

namespace weighbridge::widgets
{
class FlowLayout;
class Label;
} // namespace weighbridge::widgets

namespace weighbridge::views
{

class Rows;

/// What each alternative needs at the peak, and what that costs: from the project's own runs.
class CapacityPanel : public Panel
{
    Q_OBJECT

public:
    explicit CapacityPanel(session::ProjectSession &session);

protected:
    void refresh() override;

private:
    using Setting = decision::CapacitySetting;
    using Set = std::function<void(Setting &, double)>;
    using Get = std::function<double(const Setting &)>;
    struct Field {
        QDoubleSpinBox *box = nullptr;
        Get get;
    };
    struct Shape {
        QString label;
        const char *name = nullptr;
        double least = 0;
        double greatest = 0;
        int decimals = 0;
        QString suffix;
        QString unset; ///< shown at the least value
    };

    [[nodiscard]] QWidget *makeForm();
    void addField(widgets::FlowLayout *form, const Shape &shape, Get get, Set set);
    void addPriceFields(widgets::FlowLayout *form);
    void change(const std::function<void(Setting &)> &how);
    void refreshForm();
    void refreshResults();
    [[nodiscard]] QString
    differentRunsText(const std::vector<evidence::AlternativeCapacity> &results) const;
    void addResult(const evidence::AlternativeCapacity &result, int line);
    [[nodiscard]] QString costComparison() const;

    std::vector<Field> m_fields;
    QLineEdit *m_currency = nullptr;
    QDateEdit *m_priceDate = nullptr;
    widgets::Label *m_hint = nullptr;
    Rows *m_results = nullptr;
    widgets::Label *m_comparison = nullptr;
};

} // namespace weighbridge::views
