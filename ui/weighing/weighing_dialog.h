// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decision/views/analysis.h"
#include "ui/weighing/editor.h"

#include <QDialog>

#include <functional>

class QPushButton;

namespace weighbridge::charts
{
class Picture;
}
namespace weighbridge::widgets
{
class Label;
}

namespace weighbridge::weighing
{

/// An editor of weights beside what it would do to the verdict. Applies once, or not at all.
/// Deletes itself when it closes.
class WeighingDialog : public QDialog
{
    Q_OBJECT

public:
    struct Texts {
        QString title;       ///< "Rank the needs"
        QString explanation; ///< what to do, one or two sentences
        QString apply;       ///< of the button: "Use these weights"
    };
    using Apply = std::function<void(const decision::Decision &)>;

    /// Takes ownership of `editor`. `apply` gets its proposal.
    WeighingDialog(const Texts &texts, Editor *editor, Apply apply, QWidget *parent);

private:
    [[nodiscard]] QWidget *makePreview();
    [[nodiscard]] QLayout *makeButtons(const QString &apply);
    void refresh();

    Editor *m_editor = nullptr;
    Apply m_apply;
    decision::Decision m_proposed;
    decision::Analysis m_analysis;
    widgets::Label *m_headline = nullptr;
    widgets::Label *m_sentence = nullptr;
    widgets::Label *m_problem = nullptr;
    charts::Picture *m_ranking = nullptr;
    charts::Picture *m_weights = nullptr;
    QPushButton *m_applyButton = nullptr;
};

} // namespace weighbridge::weighing
