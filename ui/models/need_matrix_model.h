// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/project_session.h"

#include <QAbstractTableModel>

namespace weighbridge::models
{

/// The decision table as rows and columns: needs down; weight, share and alternatives across. A
/// rating can be set; nullopt (an invalid QVariant) means not known. Reads and edits the session.
class NeedMatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { weightColumn, shareColumn, firstAlternative };

    explicit NeedMatrixModel(session::ProjectSession &session, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// Index into Decision::alternatives; nullopt for weight and share.
    [[nodiscard]] static std::optional<std::size_t> alternativeOf(int column);
    /// Precondition: `index` is the cell of an alternative.
    [[nodiscard]] const decision::Rating &rating(const QModelIndex &index) const;
    /// How the cell stands to the must-have of its need; nullopt where there is none.
    [[nodiscard]] const decision::MustHaveResult *mustHave(const QModelIndex &index) const;
    [[nodiscard]] bool isExcluded(std::size_t alternative) const;

private:
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;
    void refresh();

    session::ProjectSession &m_session;
};

} // namespace weighbridge::models
