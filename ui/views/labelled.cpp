// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/labelled.h"

#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace weighbridge::views
{

QWidget *labelled(const QString &text, QWidget *control)
{
    auto *field = new QWidget;
    auto *label = new widgets::Label(text, theme::TextRole::caption, theme::Tone::secondary);
    label->setBuddy(control);
    control->setAccessibleName(text);
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins({});
    layout->setSpacing(theme::Spacing::lineGap);
    layout->addWidget(label);
    layout->addWidget(control);
    return field;
}

} // namespace weighbridge::views
