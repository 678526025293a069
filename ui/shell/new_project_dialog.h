// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/project.h"

#include <QDialog>

#include <functional>

class QButtonGroup;
class QLayout;
class QLineEdit;

namespace weighbridge::shell
{

/// Asks what a new project starts from. Window-modal; use open(). Deletes itself when it closes.
class NewProjectDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Start {
        article,   ///< the article's needs, ratings and weights
        questions, ///< nothing, and the questions open
        empty,     ///< nothing
    };
    using Begin = std::function<void(const storage::Project &, Start)>;

    NewProjectDialog(Begin begin, QWidget *parent);

private:
    [[nodiscard]] QLayout *makeButtons();
    void begin();

    Begin m_begin;
    QLineEdit *m_name = nullptr;
    QButtonGroup *m_start = nullptr;
};

} // namespace weighbridge::shell
