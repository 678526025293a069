// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace weighbridge::json
{

/// Reads fields of the shipped knowledge and remembers the first mistake with its place, so that
/// the reading code stays a plain list of fields.
class DocumentReader
{
public:
    /// Text of a field that must be there and must not be empty.
    QString text(const QJsonObject &object, const char *key, const QString &place);
    QString optionalText(const QJsonObject &object, const char *key, const QString &place);
    double number(const QJsonObject &object, const char *key, const QString &place);
    std::optional<double> optionalNumber(const QJsonObject &object, const char *key,
                                         const QString &place);
    QJsonArray array(const QJsonObject &object, const char *key, const QString &place);
    QJsonObject object(const QJsonValue &value, const QString &place);

    /// Keeps the first mistake only: "needs[2].anchors: 'lowest' is missing".
    void fail(const QString &place, const QString &what);
    [[nodiscard]] bool failed() const { return !m_mistake.isEmpty(); }
    /// `document` names what was read: "Catalogue".
    [[nodiscard]] Error error(const QString &document) const;

private:
    QString m_mistake;
};

/// A JSON resource that ships with the program. Its absence or a syntax error is a defect of the
/// build, not of the world.
[[nodiscard]] QJsonObject readResource(const QString &path);

} // namespace weighbridge::json
