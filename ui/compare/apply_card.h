// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::compare
{

/// What the measurements suggest for the decision: preview, then apply as one undoable step.
class ApplyCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit ApplyCard(session::ProjectSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void applied();
    void benchmarkWanted();

private:
    void refresh();
    void togglePreview();
    void apply();
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] QStringList warnings(const evidence::Proposals &proposals) const;

    session::ProjectSession &m_session;
    widgets::Label *m_text = nullptr;
    widgets::Label *m_effect = nullptr;
    QPushButton *m_preview = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_benchmark = nullptr;
};

} // namespace weighbridge::compare
