// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/model/decision.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace weighbridge::interview
{

/// What an answer or a rule did: a sentence each, with its rule and source below.
class EffectList : public QWidget
{
    Q_OBJECT

public:
    enum class Origin { shown, hidden };

    /// `origin` shown: each sentence says which rule it comes from.
    explicit EffectList(Origin origin, QWidget *parent = nullptr);

    /// Hidden where there are none.
    void setEffects(const std::vector<decision::Effect> &effects);

private:
    Origin m_origin;
    QVBoxLayout *m_rows = nullptr;
    std::vector<decision::Effect> m_effects;
};

} // namespace weighbridge::interview
