// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/need_matrix_model.h"

#include "core/decision/model/value_text.h"

#include <QLocale>

#include <algorithm>

namespace weighbridge::models
{

NeedMatrixModel::NeedMatrixModel(session::ProjectSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session)
{
    const auto reset = [this] {
        beginResetModel();
        endResetModel();
    };
    connect(&session, &session::ProjectSession::projectReplaced, this, reset);
    connect(&session, &session::ProjectSession::tableChanged, this, reset);
    connect(&session, &session::ProjectSession::decisionChanged, this, &NeedMatrixModel::refresh);
}

int NeedMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_session.decision().needs.size());
}

int NeedMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : firstAlternative + int(m_session.decision().alternatives.size());
}

std::optional<std::size_t> NeedMatrixModel::alternativeOf(int column)
{
    return column < firstAlternative ? std::nullopt
                                     : std::optional(std::size_t(column - firstAlternative));
}

const decision::Rating &NeedMatrixModel::rating(const QModelIndex &index) const
{
    return m_session.decision()
        .needs[std::size_t(index.row())]
        .ratings[*alternativeOf(index.column())];
}

const decision::MustHaveResult *NeedMatrixModel::mustHave(const QModelIndex &index) const
{
    const auto alternative = alternativeOf(index.column());
    const auto &results = m_session.analysis().mustHaves;
    const auto found = std::find_if(results.begin(), results.end(), [&](const auto &each) {
        return alternative && each.need == std::size_t(index.row()) &&
               each.result.alternative == *alternative;
    });
    return found == results.end() ? nullptr : &*found;
}

bool NeedMatrixModel::isExcluded(std::size_t alternative) const
{
    const auto &standings = m_session.analysis().standings;
    return alternative < standings.size() && standings[alternative].excluded;
}

QVariant NeedMatrixModel::data(const QModelIndex &index, int role) const
{
    const auto need = std::size_t(index.row());
    if (!alternativeOf(index.column())) {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        if (index.column() == weightColumn)
            return QLocale().toString(m_session.decision().needs[need].weight, 'g', 3);
        const auto &shares = m_session.analysis().shares;
        return need < shares.size() ? decision::shareText(shares[need]) : QString();
    }
    switch (role) {
    case Qt::DisplayRole:
        return rating(index).level ? decision::levelText(*rating(index).level)
                                   : QStringLiteral("–");
    case Qt::EditRole:
        return rating(index).level ? QVariant(*rating(index).level) : QVariant();
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return accessibleText(index);
    default:
        return {};
    }
}

QString NeedMatrixModel::accessibleText(const QModelIndex &index) const
{
    const decision::Rating &cell = rating(index);
    const decision::Need &need = m_session.decision().needs[std::size_t(index.row())];
    const decision::Alternative &alternative =
        m_session.decision().alternatives[*alternativeOf(index.column())];
    QStringList parts{tr("%1 for %2: %3")
                          .arg(alternative.name, need.name,
                               cell.level ? tr("%1 of 5").arg(decision::levelText(*cell.level))
                                          : tr("not known"))};
    if (cell.inherited)
        parts.append(tr("the language’s rating"));
    if (cell.provenance == decision::Provenance::measured)
        parts.append(tr("measured here"));
    else if (cell.differsFromSource())
        parts.append(tr("%1 in the source").arg(decision::levelText(*cell.sourceLevel)));
    if (const QString words = decision::cellWords(need, cell); !words.isEmpty())
        parts.append(words);
    if (!cell.erratum.isEmpty())
        parts.append(cell.erratum);
    if (const auto *result = mustHave(index))
        parts.append(result->sentence);
    return parts.join(QStringLiteral(" · "));
}

QVariant NeedMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool wanted = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (orientation == Qt::Vertical) {
        if (!wanted || section >= rowCount())
            return {};
        return m_session.decision().needs[std::size_t(section)].name;
    }
    const auto alternative = alternativeOf(section);
    if (!alternative || section >= columnCount()) {
        if (!wanted)
            return {};
        return section == weightColumn ? tr("Weight 0–10") : tr("Share");
    }
    if (role == Qt::ToolTipRole && isExcluded(*alternative))
        return m_session.analysis().standings[*alternative].exclusion;
    if (!wanted)
        return {};
    const QString &name = m_session.decision().alternatives[*alternative].name;
    return role == Qt::AccessibleTextRole && isExcluded(*alternative) ? tr("%1, out").arg(name)
                                                                      : name;
}

bool NeedMatrixModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto alternative = alternativeOf(index.column());
    if (role != Qt::EditRole || !index.isValid() || !alternative)
        return false;
    m_session.setLevel(std::size_t(index.row()), *alternative,
                       value.isValid()
                           ? std::optional(std::clamp(value.toDouble(), decision::kLowestLevel,
                                                      decision::kHighestLevel))
                           : std::nullopt);
    return true;
}

void NeedMatrixModel::refresh()
{
    if (rowCount() == 0 || columnCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

} // namespace weighbridge::models
