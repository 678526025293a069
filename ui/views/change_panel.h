// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/panel.h"

namespace weighbridge::charts
{
class Picture;
}
namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::views
{

/// What would change the answer: the span of the score difference as one weight goes from 0 to 10.
class ChangePanel : public Panel
{
    Q_OBJECT

public:
    explicit ChangePanel(session::ProjectSession &session);

protected:
    void refresh() override;

private:
    widgets::Label *m_compared = nullptr;
    charts::Picture *m_swings = nullptr;
};

} // namespace weighbridge::views
