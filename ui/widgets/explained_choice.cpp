// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/explained_choice.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QLayout>
#include <QRadioButton>

namespace weighbridge::widgets
{

QRadioButton *addExplainedChoice(QLayout &layout, const QString &text, const QString &help)
{
    auto *choice = new QRadioButton(text);
    choice->setAccessibleDescription(help);
    auto *explained = new Label(help, theme::TextRole::label, theme::Tone::secondary);
    explained->setWordWrap(true);
    explained->setIndent(theme::Height::indicator + theme::Spacing::small);
    layout.addWidget(choice);
    layout.addWidget(explained);
    return choice;
}

} // namespace weighbridge::widgets
