// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/seed_database.h"

#include "core/measure/contract_data.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace weighbridge::measure
{

namespace
{

/// A connection for one piece of work: connections belong to the thread that made them.
class Connection
{
public:
    explicit Connection(const QString &path) : m_name(QUuid::createUuid().toString())
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(path);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        database.open();
    }
    ~Connection() { QSqlDatabase::removeDatabase(m_name); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }

private:
    QString m_name;
};

Error databaseError(const QString &path, const QSqlError &error)
{
    const bool noDriver = !QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"));
    return {QStringLiteral("The database %1 cannot be used: %2").arg(path, error.text()),
            noDriver ? QStringLiteral("Install Qt's SQLite driver (libqt6sql6-sqlite)") : QString(),
            {}};
}

/// Runs one statement with its values.
bool execute(QSqlQuery &query, const QString &statement, const QVariantList &values = {})
{
    if (!query.prepare(statement))
        return false;
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec();
}

bool executeBatch(QSqlQuery &query, const QString &statement, const QVariantList &first,
                  const QVariantList &second)
{
    if (!query.prepare(statement))
        return false;
    query.addBindValue(first);
    query.addBindValue(second);
    return query.execBatch();
}

bool createTables(QSqlQuery &query)
{
    return execute(query, QStringLiteral("CREATE TABLE world (id INTEGER PRIMARY KEY, "
                                         "random_number INTEGER NOT NULL)")) &&
           execute(query, QStringLiteral("CREATE TABLE article (id INTEGER PRIMARY KEY, "
                                         "title TEXT NOT NULL)"));
}

bool fillTables(QSqlQuery &query)
{
    QVariantList ids;
    QVariantList numbers;
    for (int id = 1; id <= kWorldRows; ++id) {
        ids << id;
        numbers << initialRandomNumber(id);
    }
    QVariantList articleIds;
    QVariantList titles;
    for (const QByteArray &title : articleTitles()) {
        titles << QString::fromUtf8(title);
        articleIds << static_cast<int>(titles.size());
    }
    return executeBatch(query, QStringLiteral("INSERT INTO world VALUES (?, ?)"), ids, numbers) &&
           executeBatch(query, QStringLiteral("INSERT INTO article VALUES (?, ?)"), articleIds,
                        titles);
}

Outcome change(const QString &path, const QString &statement, const QVariantList &values)
{
    const Connection connection(path);
    QSqlQuery query(connection.database());
    if (!execute(query, statement, values))
        return databaseError(path, query.lastError());
    return success();
}

} // namespace

Result<SeedDatabase> SeedDatabase::create(const QString &path)
{
    const Connection connection(path);
    QSqlDatabase database = connection.database();
    if (!database.isOpen())
        return databaseError(path, database.lastError());
    QSqlQuery query(database);
    const bool made = execute(query, QStringLiteral("PRAGMA journal_mode=WAL")) &&
                      database.transaction() && createTables(query) && fillTables(query);
    if (!made)
        return databaseError(path, query.lastError());
    query.finish();
    if (!database.commit())
        return databaseError(path, database.lastError());
    return SeedDatabase(path);
}

Result<std::vector<int>> SeedDatabase::numbers() const
{
    const Connection connection(m_path);
    QSqlQuery query(connection.database());
    if (!execute(query, QStringLiteral("SELECT random_number FROM world ORDER BY id")))
        return databaseError(m_path, query.lastError());
    std::vector<int> numbers;
    while (query.next())
        numbers.push_back(query.value(0).toInt());
    return numbers;
}

Outcome SeedDatabase::setNumber(int id, int number)
{
    return change(m_path, QStringLiteral("UPDATE world SET random_number = ? WHERE id = ?"),
                  {number, id});
}

Outcome SeedDatabase::resetNumbers()
{
    // The same sum as initialRandomNumber().
    return change(m_path, QStringLiteral("UPDATE world SET random_number = id * 7919 % ? + 1"),
                  {kWorldRows});
}

Outcome SeedDatabase::setTitle(int articleId, const QString &title)
{
    return change(m_path, QStringLiteral("UPDATE article SET title = ? WHERE id = ?"),
                  {title, articleId});
}

} // namespace weighbridge::measure
