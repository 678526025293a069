// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::interview
{

class RuleBox;

/// All rules: those that fired when the list came up stand first.
class RulesView : public QWidget
{
    Q_OBJECT

public:
    explicit RulesView(session::ProjectSession &session, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void order();
    void refresh();

    session::ProjectSession &m_session;
    widgets::Label *m_summary = nullptr;
    QVBoxLayout *m_rows = nullptr;
    std::vector<RuleBox *> m_rules; ///< in the order of the catalogue
};

} // namespace weighbridge::interview
