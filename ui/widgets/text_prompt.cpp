// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/text_prompt.h"

#include <QInputDialog>

namespace weighbridge::widgets
{

QDialog *askForText(QWidget *parent, const QString &title, const QString &label,
                    const QString &text, std::function<void(const QString &)> accepted)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                     [accepted = std::move(accepted)](const QString &value) {
                         if (const QString trimmed = value.trimmed(); !trimmed.isEmpty())
                             accepted(trimmed);
                     });
    dialog->open();
    return dialog;
}

} // namespace weighbridge::widgets
