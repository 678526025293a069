// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/decide/need_matrix.h"

#include "ui/decide/matrix_headers.h"
#include "ui/decide/need_menus.h"
#include "ui/decide/rating_delegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/weight_slider.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace weighbridge::decide
{

namespace
{
using models::NeedMatrixModel;
using theme::Spacing;

constexpr int kRow = 48;
constexpr int kHeader = 44;
constexpr int kMostRows = 14; ///< more scroll under the heads of the columns
constexpr int kLeastColumn = 44;
constexpr double kHalfStep = 0.5;

/// What the columns before the alternatives take, narrow and wide.
struct Widths {
    int name;
    int weight;
};
constexpr Widths kNarrow{132, 88};
constexpr Widths kWide{224, 176};
constexpr int kShare = 48;
} // namespace

NeedMatrix::NeedMatrix(session::ProjectSession &session, QWidget *parent)
    : QTableView(parent), m_session(session), m_model(session)
{
    setObjectName(QStringLiteral("matrix"));
    setAccessibleName(tr("Decision table"));
    setModel(&m_model);
    setItemDelegate(new RatingDelegate(session, m_model, this));
    setHorizontalHeader(new AlternativeHeader(session, m_model, this));
    setVerticalHeader(new NeedHeader(session, this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAttribute(Qt::WA_Hover);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    verticalHeader()->setDefaultSectionSize(kRow);
    horizontalHeader()->setFixedHeight(kHeader);
    horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_corner =
        new widgets::Label(tr("Need"), theme::TextRole::caption, theme::Tone::secondary, this);

    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) {
                const int section = horizontalHeader()->logicalIndexAt(at);
                if (const auto alternative = NeedMatrixModel::alternativeOf(section))
                    showAlternativeMenu(m_session, *alternative, this,
                                        horizontalHeader()->mapToGlobal(at));
            });
    const auto showMenu = [this](int section) {
        if (section < 0)
            return;
        const QHeaderView *names = verticalHeader();
        const QPoint below(names->width(), names->sectionViewportPosition(section) + kRow);
        showNeedMenu(m_session, std::size_t(section), this, names->mapToGlobal(below));
    };
    connect(verticalHeader(), &QHeaderView::sectionClicked, this, showMenu);
    connect(verticalHeader(), &QWidget::customContextMenuRequested, this,
            [this, showMenu](const QPoint &at) { showMenu(verticalHeader()->logicalIndexAt(at)); });
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (selectionModel()->selectedIndexes().size() <= 1) // otherwise a selection has ended
            askAbout(index);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &NeedMatrix::addWeights);
    connect(&session, &session::ProjectSession::decisionChanged, this, &NeedMatrix::refreshWeights);
    addWeights();
}

void NeedMatrix::addWeights()
{
    m_weights.clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const WeightEditor editor = makeWeightEditor(m_session, std::size_t(row));
        auto *cell = new QWidget;
        auto *layout = new QHBoxLayout(cell);
        layout->setContentsMargins(0, 0, Spacing::small, 0);
        layout->setSpacing(Spacing::tiny);
        layout->addWidget(editor.slider, 1);
        layout->addWidget(editor.figure);
        editor.slider->setMinimumWidth(0);
        editor.slider->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(editor.slider, &QWidget::customContextMenuRequested, this,
                [this, row, slider = editor.slider](const QPoint &at) {
                    showNeedMenu(m_session, std::size_t(row), this, slider->mapToGlobal(at));
                });
        m_weights.push_back(editor);
        setIndexWidget(m_model.index(row, NeedMatrixModel::weightColumn), cell);
    }
    refreshWeights();
    arrange(m_narrow);
}

void NeedMatrix::refreshWeights()
{
    // Rows that are gone have no widgets any more; the reset that follows makes new ones.
    if (m_weights.size() != m_session.decision().needs.size())
        return;
    for (std::size_t need = 0; need < m_weights.size(); ++need)
        refreshWeightEditor(m_weights[need], m_session, need);
}

void NeedMatrix::arrange(bool narrow)
{
    m_narrow = narrow;
    const Widths &widths = narrow ? kNarrow : kWide;
    verticalHeader()->setFixedWidth(widths.name);
    QHeaderView *heads = horizontalHeader();
    heads->setSectionHidden(NeedMatrixModel::shareColumn, narrow);
    heads->setSectionResizeMode(QHeaderView::Stretch);
    heads->setSectionResizeMode(NeedMatrixModel::weightColumn, QHeaderView::Fixed);
    heads->setSectionResizeMode(NeedMatrixModel::shareColumn, QHeaderView::Fixed);
    heads->resizeSection(NeedMatrixModel::weightColumn, widths.weight);
    heads->resizeSection(NeedMatrixModel::shareColumn, kShare);
    fit();
}

void NeedMatrix::fit()
{
    const int rows = std::clamp(m_model.rowCount(), 1, kMostRows);
    const bool scrolls = horizontalHeader()->length() > viewport()->width();
    setFixedHeight(kHeader + rows * kRow +
                   (scrolls ? horizontalScrollBar()->sizeHint().height() : 0));
    setVerticalScrollBarPolicy(m_model.rowCount() > kMostRows ? Qt::ScrollBarAsNeeded
                                                              : Qt::ScrollBarAlwaysOff);
    m_corner->setGeometry(0, 0, verticalHeader()->width(), kHeader);
}

void NeedMatrix::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

std::optional<std::pair<TableCell, TableCell>> NeedMatrix::selectedCells() const
{
    QModelIndexList cells = selectionModel()->selectedIndexes();
    if (!cells.contains(currentIndex()))
        cells = {currentIndex()};
    std::optional<std::pair<TableCell, TableCell>> found;
    for (const QModelIndex &index : cells) {
        const auto alternative = NeedMatrixModel::alternativeOf(index.column());
        if (!index.isValid() || !alternative)
            continue;
        const TableCell cell{std::size_t(index.row()), *alternative};
        if (!found)
            found = {cell, cell};
        auto &[first, last] = *found;
        first = {std::min(first.need, cell.need), std::min(first.alternative, cell.alternative)};
        last = {std::max(last.need, cell.need), std::max(last.alternative, cell.alternative)};
    }
    return found;
}

void NeedMatrix::askAbout(const QModelIndex &index)
{
    if (const auto alternative = NeedMatrixModel::alternativeOf(index.column())) {
        const QRect cell = visualRect(index);
        Q_EMIT detailsRequested(std::size_t(index.row()), *alternative,
                                {viewport()->mapToGlobal(cell.topLeft()), cell.size()});
    }
}

bool NeedMatrix::editCurrent(int key)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !NeedMatrixModel::alternativeOf(index.column()))
        return false;
    const auto step = [&](double by) {
        const auto level = m_model.rating(index).level;
        const double from =
            level ? std::round(*level / kHalfStep) * kHalfStep : decision::kLowestLevel - by;
        m_model.setData(index, from + by, Qt::EditRole);
    };
    if (key >= Qt::Key_1 && key <= Qt::Key_5)
        m_model.setData(index, double(key - Qt::Key_0), Qt::EditRole);
    else if (key == Qt::Key_Plus || key == Qt::Key_Equal)
        step(kHalfStep);
    else if (key == Qt::Key_Minus)
        step(-kHalfStep);
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        m_model.setData(index, {}, Qt::EditRole);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        askAbout(index);
    else
        return false;
    return true;
}

void NeedMatrix::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (plain && editCurrent(event->key())) {
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void NeedMatrix::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard
                                  ? currentIndex()
                                  : indexAt(viewport()->mapFrom(this, event->pos()));
    if (index.isValid())
        askAbout(index);
}

} // namespace weighbridge::decide
