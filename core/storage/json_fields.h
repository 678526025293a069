// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace weighbridge::storage
{

/// Reads the fields of one JSON object and remembers, for all objects of a document, the first
/// thing that is wrong, with its place ("decision.needs[2].weight is text, not a number"). A field
/// that is missing takes the given default; null counts as missing. After the first defect every
/// read still answers with a harmless value, so that a reader needs no check per field.
class JsonFields
{
public:
    /// `defect` must outlive this object and all made from it; it is written at most once.
    JsonFields(QJsonObject object, QString path, QString &defect);

    [[nodiscard]] bool has(const QString &key) const;
    [[nodiscard]] QString text(const QString &key, const QString &missing = {}) const;
    /// A text that must be there and not empty.
    [[nodiscard]] QString identifier(const QString &key) const;
    [[nodiscard]] double number(const QString &key, double missing = 0) const;
    [[nodiscard]] std::optional<double> optionalNumber(const QString &key) const;
    [[nodiscard]] int integer(const QString &key, int missing = 0) const;
    [[nodiscard]] bool flag(const QString &key, bool missing = false) const;
    [[nodiscard]] std::vector<QString> texts(const QString &key) const;
    [[nodiscard]] JsonFields object(const QString &key) const;
    [[nodiscard]] std::vector<JsonFields> objects(const QString &key) const;
    [[nodiscard]] QJsonValue value(const QString &key) const { return m_object.value(key); }
    [[nodiscard]] const QJsonObject &whole() const { return m_object; }

    [[nodiscard]] QString place(const QString &key) const;
    /// Records `PLACE WHAT`, unless something else was wrong before. An empty key is the object.
    void reject(const QString &key, const QString &what) const;
    [[nodiscard]] bool sound() const { return m_defect->isEmpty(); }

private:
    [[nodiscard]] QJsonValue valueOfType(const QString &key, QJsonValue::Type type) const;

    QJsonObject m_object;
    QString m_path;
    QString *m_defect;
};

} // namespace weighbridge::storage
