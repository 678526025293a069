// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/interview.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QLineEdit;
class QRadioButton;

namespace weighbridge::interview
{

/// Where a question is answered: radio buttons for choices, a field with its unit for a number.
class AnswerEdit : public QWidget
{
    Q_OBJECT

public:
    /// `question` must outlive the widget.
    explicit AnswerEdit(const knowledge::Question &question, QWidget *parent = nullptr);

    /// The answer as it stands in the decision; empty: none. Does not emit answered(). What is
    /// being typed stays.
    void setValue(const QString &value);

Q_SIGNALS:
    /// A choice was made, or a number was entered.
    void answered(const QString &value);
    /// The field was emptied.
    void withdrawn();

private:
    void addChoices();
    void addNumber();
    void enter();

    const knowledge::Question &m_question;
    QButtonGroup *m_choices = nullptr;
    QLineEdit *m_number = nullptr;
    QString m_value;
};

} // namespace weighbridge::interview
