// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/seed_database.h"

#include "core/measure/contract/contract_data.h"
#include "core/measure/process/words.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <optional>

namespace weighbridge::measure
{

namespace
{

/// Connections of a whole server, however many processes it has. The same for all targets.
constexpr int kPoolSize = 32;

/// Runs one statement with its values.
bool execute(QSqlQuery &query, const QString &statement, const QVariantList &values = {})
{
    if (values.isEmpty()) // not every statement can be prepared
        return query.exec(statement);
    if (!query.prepare(statement))
        return false;
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec();
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
    // The same sum as initialRandomNumber().
    bool filled = execute(query, QStringLiteral("INSERT INTO world WITH RECURSIVE n(id) AS (SELECT "
                                                "1 UNION ALL SELECT id + 1 FROM n WHERE id < %1) "
                                                "SELECT id, id * 7919 % %1 + 1 FROM n")
                                     .arg(kWorldRows));
    int id = 0;
    for (const QByteArray &title : articleTitles())
        filled = filled && execute(query, QStringLiteral("INSERT INTO article VALUES (?, ?)"),
                                   {++id, QString::fromUtf8(title)});
    return filled;
}

} // namespace

/// Where the tables are, and how to get there. A schema is dropped with it.
class SeedDatabase::Place
{
public:
    explicit Place(QString path) : m_name(std::move(path)) {}
    explicit Place(const DatabaseAddress &address)
        : m_address(address),
          m_name(QStringLiteral("weighbridge_") + QUuid::createUuid().toString(QUuid::Id128))
    {
    }
    ~Place();
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    [[nodiscard]] const std::optional<DatabaseAddress> &address() const { return m_address; }
    /// Path of the file or name of the schema.
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QString text() const { return m_address ? m_address->text() : m_name; }

private:
    std::optional<DatabaseAddress> m_address; ///< none: SQLite
    QString m_name;
};

/// A connection for one piece of work: connections belong to the thread that made them.
class SeedDatabase::Connection
{
public:
    explicit Connection(const Place &place) : m_place(place), m_id(QUuid::createUuid().toString())
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(driver(), m_id);
        if (const auto &address = place.address()) {
            database.setHostName(address->host);
            database.setPort(address->port);
            database.setUserName(address->user);
            database.setPassword(address->password);
            database.setDatabaseName(address->database);
            // A server that was killed may leave its locks behind for a moment, not for longer.
            database.setConnectOptions(QStringLiteral("connect_timeout=5;sslmode=disable;"
                                                      "options='-csearch_path=%1 -clock_timeout=5s "
                                                      "-cclient_min_messages=warning'")
                                           .arg(place.name()));
        } else {
            database.setDatabaseName(place.name());
            database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        }
        database.open();
    }
    ~Connection() { QSqlDatabase::removeDatabase(m_id); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_id, false); }
    [[nodiscard]] Error error(const QSqlError &failed) const
    {
        const QSqlError told = database().isOpen() ? failed : database().lastError();
        const QString reason =
            told.databaseText().isEmpty() ? told.driverText() : told.databaseText();
        return {Words::tr("The database %1 cannot be used: %2")
                    .arg(m_place.text(), reason.simplified()),
                remedy(),
                {}};
    }

private:
    [[nodiscard]] QString driver() const
    {
        return m_place.address() ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE");
    }
    [[nodiscard]] QString remedy() const
    {
        if (!QSqlDatabase::isDriverAvailable(driver()))
            return m_place.address() ? Words::tr("Install Qt's PostgreSQL driver (libqt6sql6-psql)")
                                     : Words::tr("Install Qt's SQLite driver (libqt6sql6-sqlite)");
        return m_place.address() ? Words::tr("Check that it runs, and user, password and "
                                             "the right to create a schema there")
                                 : QString();
    }

    const Place &m_place;
    const QString m_id;
};

SeedDatabase::Place::~Place()
{
    if (!m_address)
        return;
    const Connection connection(*this);
    if (!connection.database().isOpen())
        return;
    QSqlQuery query(connection.database());
    execute(query, QStringLiteral("DROP SCHEMA IF EXISTS %1 CASCADE").arg(m_name));
}

Result<SeedDatabase> SeedDatabase::createFile(const QString &path)
{
    if (QFileInfo::exists(path))
        return Error{Words::tr("The database %1 exists already").arg(path), {}, {}};
    const SeedDatabase made(std::make_shared<Place>(path));
    const Outcome seeded = made.seed();
    return seeded ? Result<SeedDatabase>(made) : seeded.error();
}

Result<SeedDatabase> SeedDatabase::createSchema(const DatabaseAddress &address)
{
    const SeedDatabase made(std::make_shared<Place>(address));
    const Outcome seeded = made.seed();
    return seeded ? Result<SeedDatabase>(made) : seeded.error();
}

Outcome SeedDatabase::seed() const
{
    const Connection connection(*m_place);
    QSqlDatabase database = connection.database();
    if (!database.isOpen())
        return connection.error({});
    QSqlQuery query(database);
    const bool isFile = !m_place->address();
    const bool opened =
        isFile ? execute(query, QStringLiteral("PRAGMA journal_mode=WAL")) && database.transaction()
               : database.transaction() &&
                     execute(query, QStringLiteral("CREATE SCHEMA %1").arg(m_place->name()));
    if (!opened || !createTables(query) || !fillTables(query))
        return connection.error(query.lastError());
    query.finish();
    if (!database.commit())
        return connection.error(database.lastError());
    // The planner must not learn about the rows in the middle of a measurement.
    if (!isFile && !execute(query, QStringLiteral("ANALYZE world, article")))
        return connection.error(query.lastError());
    return success();
}

QHash<QString, QString> SeedDatabase::environment() const
{
    if (const auto &address = m_place->address())
        return {{QStringLiteral("DATABASE_URL"), address->url(m_place->name())},
                {QStringLiteral("DB_POOL"), QString::number(kPoolSize)}};
    return {{QStringLiteral("DB_PATH"), m_place->name()}};
}

Outcome SeedDatabase::change(const QString &statement, const QVariantList &values) const
{
    const Connection connection(*m_place);
    QSqlQuery query(connection.database());
    return execute(query, statement, values) ? success()
                                             : Outcome(connection.error(query.lastError()));
}

Result<std::vector<int>> SeedDatabase::numbers() const
{
    const Connection connection(*m_place);
    QSqlQuery query(connection.database());
    if (!execute(query, QStringLiteral("SELECT random_number FROM world ORDER BY id")))
        return connection.error(query.lastError());
    std::vector<int> numbers;
    while (query.next())
        numbers.push_back(query.value(0).toInt());
    return numbers;
}

Outcome SeedDatabase::setNumber(int id, int number)
{
    return change(QStringLiteral("UPDATE world SET random_number = ? WHERE id = ?"), {number, id});
}

Outcome SeedDatabase::resetNumbers()
{
    // The same sum as initialRandomNumber().
    return change(QStringLiteral("UPDATE world SET random_number = id * 7919 % ? + 1"),
                  {kWorldRows});
}

Outcome SeedDatabase::setTitle(int articleId, const QString &title)
{
    return change(QStringLiteral("UPDATE article SET title = ? WHERE id = ?"), {title, articleId});
}

} // namespace weighbridge::measure
