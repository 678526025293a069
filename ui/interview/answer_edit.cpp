// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/interview/answer_edit.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace weighbridge::interview
{

namespace
{
using theme::Spacing;

constexpr int kFieldWidth = 120;

/// What a person typed as the answer is written: no group separators, a point.
QString plainNumber(const QString &typed)
{
    bool isNumber = false;
    const double number = QLocale().toDouble(typed.trimmed(), &isNumber);
    return isNumber ? QString::number(number, 'g', 12) : typed.trimmed();
}
} // namespace

AnswerEdit::AnswerEdit(const knowledge::Question &question, QWidget *parent)
    : QWidget(parent), m_question(question)
{
    setObjectName(QStringLiteral("answer.") + question.id);
    if (question.kind == knowledge::Question::Kind::choice)
        addChoices();
    else
        addNumber();
}

void AnswerEdit::addChoices()
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(Spacing::tiny);
    m_choices = new QButtonGroup(this);
    for (std::size_t i = 0; i < m_question.choices.size(); ++i) {
        const knowledge::Choice &choice = m_question.choices[i];
        auto *button = new QRadioButton(choice.text);
        button->setObjectName(QStringLiteral("answer.%1.%2").arg(m_question.id, choice.id));
        button->setAccessibleDescription(m_question.text);
        m_choices->addButton(button, int(i));
        rows->addWidget(button);
    }
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            Q_EMIT answered(m_question.choices[std::size_t(id)].id);
    });
}

void AnswerEdit::addNumber()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Spacing::small);
    m_number = new QLineEdit;
    m_number->setObjectName(QStringLiteral("answer.%1.number").arg(m_question.id));
    m_number->setAccessibleName(QStringLiteral("%1 %2").arg(m_question.text, m_question.unit));
    m_number->setFixedWidth(kFieldWidth);
    m_number->setAlignment(Qt::AlignRight);
    row->addWidget(m_number);
    row->addWidget(
        new widgets::Label(m_question.unit, theme::TextRole::label, theme::Tone::secondary));
    row->addStretch();
    connect(m_number, &QLineEdit::editingFinished, this, &AnswerEdit::enter);
}

void AnswerEdit::enter()
{
    const QString value = plainNumber(m_number->text());
    if (value == m_value)
        return;
    if (value.isEmpty())
        Q_EMIT withdrawn();
    else
        Q_EMIT answered(value);
}

void AnswerEdit::setValue(const QString &value)
{
    if (m_number) {
        if (value == m_value)
            return;
        m_value = value;
        m_number->setText(value.isEmpty() ? QString()
                                          : QLocale().toString(value.toDouble(), 'g', 12));
        return;
    }
    m_value = value;
    const QSignalBlocker blocker(m_choices);
    m_choices->setExclusive(false);
    for (std::size_t i = 0; i < m_question.choices.size(); ++i)
        m_choices->button(int(i))->setChecked(m_question.choices[i].id == value);
    m_choices->setExclusive(true);
}

} // namespace weighbridge::interview
