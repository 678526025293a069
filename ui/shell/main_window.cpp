// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/main_window.h"

#include "core/evidence/run_questions.h"
#include "ui/benchmark/benchmark_page.h"
#include "ui/compare/compare_page.h"
#include "ui/decide/decide_page.h"
#include "ui/report/report_page.h"
#include "ui/shell/new_project_dialog.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/preferences.h"
#include "ui/shell/project_files.h"
#include "ui/shell/rail.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_prompt.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace weighbridge::shell
{

namespace
{
constexpr QSize kFirstSize(1440, 900);
constexpr QSize kLeastSize(1024, 640);
const QString kFileFilter = QStringLiteral("Weighbridge (*.weigh)");

/// The one file of a drop that could be a project; empty where there is none.
QString droppedProject(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}
} // namespace

MainWindow::MainWindow(session::ProjectSession &project, session::BenchmarkSession &benchmark,
                       ProjectFiles &files, Preferences &preferences)
    : m_project(project), m_benchmark(benchmark), m_files(files), m_preferences(preferences)
{
    setMinimumSize(kLeastSize);
    resize(kFirstSize);
    restoreGeometry(preferences.windowGeometry());
    setAcceptDrops(true);
    auto *centre = new QWidget;
    auto *columns = new QHBoxLayout(centre);
    columns->setContentsMargins({});
    columns->setSpacing(0);
    m_rail = new Rail;
    columns->addWidget(m_rail);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(0);
    m_topBar = new TopBar(project);
    m_notice = new NoticeBar;
    m_stack = new QStackedWidget;
    rows->addWidget(m_topBar);
    rows->addWidget(m_notice);
    rows->addWidget(m_stack, 1);
    columns->addLayout(rows, 1);
    setCentralWidget(centre);
    addPages();
    addShortcuts();

    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_topBar->projectButton(), &QAbstractButton::clicked, this,
            &MainWindow::showProjectMenu);
    connect(m_rail->settingsButton(), &QAbstractButton::clicked, this,
            &MainWindow::showSettingsMenu);
    connect(m_rail->appearanceButton(), &QAbstractButton::clicked, this,
            &MainWindow::toggleAppearance);
    if (const theme::Theme *theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, &MainWindow::refreshAppearance);
    connect(&benchmark, &session::BenchmarkSession::stateChanged, this,
            &MainWindow::refreshBenchmarkStatus);
    connect(&benchmark, &session::BenchmarkSession::finished, this, &MainWindow::keepRun);
    const auto showRuns = [this] {
        m_benchmark.showRuns(m_project.project().runs,
                             evidence::contendersOf(m_project.decision()));
    };
    connect(&project, &session::ProjectSession::projectReplaced, this, showRuns);
    connect(&project, &session::ProjectSession::saveStateChanged, this, [this] {
        if (m_project.saveState() == session::ProjectSession::SaveState::failed)
            showNotice(m_project.saveProblem());
    });
    const auto showTitle = [this] {
        setWindowTitle(m_project.project().title);
        setWindowFilePath(m_project.path());
    };
    connect(&project, &session::ProjectSession::projectReplaced, this, showTitle);
    connect(&project, &session::ProjectSession::titleChanged, this, showTitle);
    const auto showRemarks = [this] {
        if (const QStringList &remarks = m_project.project().remarks; !remarks.isEmpty())
            showNotice(remarks.join(QStringLiteral(". ")) + QLatin1Char('.'));
    };
    connect(&project, &session::ProjectSession::projectReplaced, this, showRemarks);
    showRuns();
    showTitle();
    showRemarks();
    refreshAppearance();
    showPage(decidePage);
}

void MainWindow::addPages()
{
    m_benchmarkPage = new benchmark::BenchmarkPage(m_benchmark, m_project);
    m_reportPage = new report_page::ReportPage(m_project);
    auto *compare = new compare::ComparePage(m_project);
    m_decidePage = new decide::DecidePage(m_project);
    m_pages = {m_decidePage, m_benchmarkPage, compare, m_reportPage};
    for (widgets::Page *page : m_pages)
        m_stack->addWidget(page);
    connect(m_decidePage, &decide::DecidePage::measureRequested, this,
            [this](const QString &workload, const QStringList &targets) {
                m_benchmarkPage->showPlan(workload, targets);
                showPage(benchmarkPage);
            });
    connect(compare, &compare::ComparePage::benchmarkWanted, this,
            [this] { showPage(benchmarkPage); });
    connect(compare, &compare::ComparePage::decisionChanged, this,
            [this] { showPage(decidePage); });
    connect(m_benchmarkPage, &benchmark::BenchmarkPage::reportWanted, this,
            [this] { showPage(reportPage); });
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    for (int page = 0; page < int(m_pages.size()); ++page)
        add(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + page)), [this, page] { showPage(page); });
    add(QKeySequence::Undo, [this] { m_project.undoStack().undo(); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_project.undoStack().redo(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        showPage(benchmarkPage);
        m_benchmarkPage->run();
    });
    add(QKeySequence(Qt::Key_Escape), [this] { m_benchmarkPage->cancel(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        showPage(reportPage);
        m_reportPage->exportPdf();
    });
    add(QKeySequence::New, [this] { askForNew(); });
    add(QKeySequence::Open, [this] { askForProject(); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { askForCopy(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
    add(QKeySequence(Qt::Key_F11),
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::showPage(int number)
{
    widgets::Page *page = m_pages[std::size_t(number)];
    m_stack->setCurrentWidget(page);
    m_topBar->showPage(*page);
    m_rail->setCurrent(number);
}

void MainWindow::showNotice(const QString &text)
{
    m_notice->showText(text);
}

void MainWindow::report(const Outcome &outcome)
{
    if (!outcome)
        showNotice(outcome.error().message());
}

void MainWindow::showProjectMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("New…"), QKeySequence::New, this, &MainWindow::askForNew);
    menu->addAction(tr("Open…"), QKeySequence::Open, this, &MainWindow::askForProject);
    fillRecent(*menu->addMenu(tr("Open recent")));
    menu->addSeparator();
    menu->addAction(tr("Rename…"), this, [this] {
        widgets::askForText(this, tr("Rename Project"), tr("Name"), m_project.project().title,
                            [this](const QString &title) { m_project.setTitle(title); });
    });
    menu->addAction(tr("Duplicate"), this, [this] { report(m_files.duplicate()); });
    menu->addAction(tr("Save under another name…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                    this, &MainWindow::askForCopy);
    const QWidget *button = m_topBar->projectButton();
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void MainWindow::fillRecent(QMenu &menu)
{
    const QStringList recent = m_files.recent();
    for (const QString &path : recent)
        menu.addAction(QFileInfo(path).completeBaseName(), this,
                       [this, path] { report(m_files.open(path)); })
            ->setToolTip(path);
    menu.setEnabled(!recent.isEmpty());
    menu.addSeparator();
    menu.addAction(tr("Clear"), this, [this] { m_files.clearRecent(); });
}

void MainWindow::askForNew()
{
    using Start = NewProjectDialog::Start;
    const auto begin = [this](const storage::Project &project, Start start) {
        m_files.startNew(project);
        showPage(decidePage);
        if (start == Start::questions)
            m_decidePage->showQuestions();
        else
            m_decidePage->showInterview(false);
    };
    (new NewProjectDialog(begin, this))->open();
}

void MainWindow::askForProject()
{
    auto *dialog = new QFileDialog(this, tr("Open Project"), projectsFolder(), kFileFilter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { report(m_files.open(path)); });
    dialog->open();
}

void MainWindow::askForCopy()
{
    auto *dialog =
        new QFileDialog(this, tr("Save Under Another Name"), m_project.path(), kFileFilter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("weigh"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { report(m_files.continueAs(path)); });
    dialog->open();
}

void MainWindow::showSettingsMenu()
{
    theme::Theme *theme = theme::Theme::instance();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto addChoice = [menu](QActionGroup *group, const QString &text, bool checked,
                                  auto apply) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        group->addAction(action);
        connect(action, &QAction::triggered, menu, apply);
    };
    menu->addSection(tr("Appearance"));
    auto *appearances = new QActionGroup(menu);
    const std::pair<theme::Appearance, QString> names[] = {
        {theme::Appearance::system, tr("As the desktop")},
        {theme::Appearance::light, tr("Light")},
        {theme::Appearance::dark, tr("Dark")},
        {theme::Appearance::highContrast, tr("High contrast")}};
    for (const auto &[appearance, name] : names)
        addChoice(appearances, name, theme->appearance() == appearance,
                  [this, theme, value = appearance] {
                      m_preferences.setAppearance(value);
                      theme->setAppearance(value);
                  });
    menu->addSection(tr("Text size"));
    auto *sizes = new QActionGroup(menu);
    for (const int percent : {90, 100, 115, 130, 150})
        addChoice(sizes, QStringLiteral("%1 %").arg(percent),
                  qRound(m_preferences.textScale() * 100) == percent, [this, theme, percent] {
                      m_preferences.setTextScale(percent / 100.0);
                      theme->setTextScale(percent / 100.0);
                  });
    menu->addSeparator();
    QAction *motion = menu->addAction(tr("Reduce motion"));
    motion->setCheckable(true);
    motion->setChecked(theme->reduceMotion());
    connect(motion, &QAction::triggered, this, [this, theme](bool reduce) {
        m_preferences.setReduceMotion(reduce);
        theme->setReduceMotion(reduce);
    });
    const QWidget *button = m_rail->settingsButton();
    menu->popup(button->mapToGlobal(QPoint(button->width(), -menu->sizeHint().height() / 2)));
}

void MainWindow::toggleAppearance()
{
    theme::Theme *theme = theme::Theme::instance();
    const auto next = theme->isDark() ? theme::Appearance::light : theme::Appearance::dark;
    m_preferences.setAppearance(next);
    theme->setAppearance(next);
}

void MainWindow::refreshAppearance()
{
    const theme::Theme *theme = theme::Theme::instance();
    if (!theme)
        return;
    if (theme->isDark())
        m_rail->appearanceButton()->setGlyph(theme::Glyph::sun, tr("Light appearance"));
    else
        m_rail->appearanceButton()->setGlyph(theme::Glyph::moon, tr("Dark appearance"));
}

void MainWindow::refreshBenchmarkStatus()
{
    using State = session::BenchmarkSession::State;
    switch (m_benchmark.state()) {
    case State::running:
        m_rail->setBenchmarkStatus(widgets::RailStatus::running, tr("running"));
        break;
    case State::failed:
        m_rail->setBenchmarkStatus(widgets::RailStatus::failed, tr("failed"));
        break;
    case State::empty:
    case State::done:
    case State::cancelled:
        m_rail->setBenchmarkStatus(widgets::RailStatus::none, {});
        break;
    }
}

void MainWindow::keepRun(const std::shared_ptr<const results::BenchmarkResult> &result)
{
    m_project.addRun(result);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_preferences.setWindowGeometry(saveGeometry());
    m_project.flush();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedProject(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    report(m_files.open(droppedProject(*event->mimeData())));
}

} // namespace weighbridge::shell
