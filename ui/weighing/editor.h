// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/decision/model/decision.h"

#include <QWidget>

#include <vector>

namespace weighbridge::weighing
{

/// One way of setting weights. Works on a copy: nothing changes until the dialog around it applies
/// what it proposes.
class Editor : public QWidget
{
    Q_OBJECT

public:
    explicit Editor(decision::Decision decision, QWidget *parent = nullptr)
        : QWidget(parent), m_decision(std::move(decision))
    {
    }

    /// The decision as it stands without this editor.
    [[nodiscard]] const decision::Decision &decision() const { return m_decision; }
    /// The decision as this editor would have it; an error says what is missing.
    [[nodiscard]] virtual Result<decision::Decision> proposal() const = 0;

Q_SIGNALS:
    /// proposal() may be another one now.
    void changed();

private:
    decision::Decision m_decision;
};

/// Needs that carry weight, heaviest first; all of them where none does.
[[nodiscard]] std::vector<std::size_t> needsByWeight(const decision::Decision &decision);

} // namespace weighbridge::weighing
