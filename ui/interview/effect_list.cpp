// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/interview/effect_list.h"

#include "core/knowledge/catalogue.h"
#include "ui/theme/icons.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace weighbridge::interview
{

namespace
{
using theme::Spacing;

theme::Glyph glyphOf(decision::Effect::Kind kind)
{
    switch (kind) {
    case decision::Effect::Kind::weight:
        return theme::Glyph::decide;
    case decision::Effect::Kind::threshold:
    case decision::Effect::Kind::anchors:
        return theme::Glyph::filter;
    case decision::Effect::Kind::exclusion:
        return theme::Glyph::cancel;
    case decision::Effect::Kind::rating:
    case decision::Effect::Kind::capacity:
        return theme::Glyph::edit;
    case decision::Effect::Kind::advice:
        return theme::Glyph::info;
    }
    return theme::Glyph::info;
}

/// The glyph before a sentence; decoration, the sentence says it all.
class EffectGlyph final : public QWidget
{
public:
    explicit EffectGlyph(theme::Glyph glyph) : m_glyph(glyph)
    {
        setFixedSize(theme::Height::icon, theme::Height::icon);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        theme::drawGlyph(painter, m_glyph, rect(), theme::tokens().accent);
    }

private:
    theme::Glyph m_glyph;
};

widgets::Label *wrapped(const QString &text, theme::TextRole role, theme::Tone tone)
{
    auto *label = new widgets::Label(text, role, tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString originText(const decision::Effect &effect)
{
    const bool isRule =
        knowledge::findRule(knowledge::builtInCatalogue(), effect.origin) != nullptr;
    return isRule ? EffectList::tr("Rule %1 · %2").arg(effect.origin, effect.source)
                  : effect.source;
}
} // namespace

EffectList::EffectList(Origin origin, QWidget *parent)
    : QWidget(parent), m_origin(origin), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins({});
    m_rows->setSpacing(Spacing::small);
    hide();
}

void EffectList::setEffects(const std::vector<decision::Effect> &effects)
{
    setVisible(!effects.empty());
    if (effects == m_effects)
        return;
    m_effects = effects;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const decision::Effect &effect : effects) {
        auto *row = new QWidget;
        auto *columns = new QHBoxLayout(row);
        columns->setContentsMargins({});
        columns->setSpacing(Spacing::small);
        columns->addWidget(new EffectGlyph(glyphOf(effect.kind)), 0, Qt::AlignTop);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(wrapped(effect.sentence, theme::TextRole::label, theme::Tone::primary));
        const QString origin = m_origin == Origin::shown ? originText(effect) : QString();
        if (!origin.isEmpty())
            texts->addWidget(wrapped(origin, theme::TextRole::caption, theme::Tone::hint));
        columns->addLayout(texts, 1);
        m_rows->addWidget(row);
    }
}

} // namespace weighbridge::interview
