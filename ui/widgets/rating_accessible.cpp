// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rating_accessible.h"

#include "ui/widgets/rating_edit.h"

#include <QAccessibleWidget>

namespace weighbridge::widgets
{

namespace
{

class RatingAccessible final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit RatingAccessible(RatingEdit *edit) : QAccessibleWidget(edit, QAccessible::Slider) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? edit()->valueText() : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] QVariant currentValue() const override { return edit()->rating().value_or(0.0); }
    void setCurrentValue(const QVariant &value) override
    {
        if (!edit()->isReadOnly())
            edit()->setValue(qRound(value.toDouble() * 2.0));
    }
    [[nodiscard]] QVariant maximumValue() const override { return RatingEdit::highest; }
    [[nodiscard]] QVariant minimumValue() const override { return RatingEdit::lowest; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 0.5; }

private:
    [[nodiscard]] RatingEdit *edit() const { return static_cast<RatingEdit *>(widget()); }
};

QAccessibleInterface *makeRatingAccessible(const QString &, QObject *object)
{
    auto *edit = qobject_cast<RatingEdit *>(object);
    return edit ? new RatingAccessible(edit) : nullptr;
}

} // namespace

void installRatingAccessibility()
{
    // Installing the same factory twice has no effect.
    QAccessible::installFactory(makeRatingAccessible);
}

} // namespace weighbridge::widgets
