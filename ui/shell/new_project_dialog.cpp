// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/new_project_dialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/explained_choice.h"
#include "ui/widgets/label.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace weighbridge::shell
{

namespace
{
using theme::Spacing;
using theme::TextRole;

constexpr int kWidth = 460;
} // namespace

NewProjectDialog::NewProjectDialog(Begin begin, QWidget *parent)
    : QDialog(parent), m_begin(std::move(begin)), m_start(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("new"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("New Project"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(Spacing::pageMargin, Spacing::large, Spacing::pageMargin,
                             Spacing::large);
    rows->setSpacing(Spacing::small);
    rows->addWidget(new widgets::Label(tr("Start a new project"), TextRole::page));
    const auto add = [&](Start start, const char *name, const QString &text, const QString &help) {
        QRadioButton *choice = widgets::addExplainedChoice(*rows, text, help);
        choice->setObjectName(QLatin1String(name));
        m_start->addButton(choice, int(start));
    };
    add(Start::article, "new.article", tr("From the article"),
        tr("Go and Python with the needs, ratings and weights of the source article."));
    add(Start::questions, "new.questions", tr("From questions"),
        tr("Starts without needs; your answers add them."));
    add(Start::empty, "new.empty", tr("Empty"),
        tr("No need and no weight: you add and rate what counts for you, also other "
           "alternatives."));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("new.name"));
    m_name->setPlaceholderText(tr("Name of the project"));
    m_name->setAccessibleName(tr("Name of the project"));
    rows->addSpacing(Spacing::small);
    rows->addWidget(m_name);
    rows->addStretch();
    rows->addLayout(makeButtons());
    setMinimumWidth(kWidth);
    m_start->button(int(Start::questions))->setChecked(true);
    m_start->button(int(Start::questions))->setFocus();
}

QLayout *NewProjectDialog::makeButtons()
{
    auto *cancel = widgets::makeButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("new.cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    auto *start = widgets::makeButton(tr("Start"), theme::Kind::primary);
    start->setObjectName(QStringLiteral("new.start"));
    start->setDefault(true);
    connect(start, &QAbstractButton::clicked, this, &NewProjectDialog::begin);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::small);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(start);
    return row;
}

void NewProjectDialog::begin()
{
    const auto start = Start(m_start->checkedId());
    const QString name = m_name->text().trimmed();
    storage::Project project = start == Start::article
                                   ? storage::sampleProject()
                                   : storage::newProject(name, decision::Comparison::languages);
    if (!name.isEmpty())
        project.title = name;
    accept();
    m_begin(project, start);
}

} // namespace weighbridge::shell
