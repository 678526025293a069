// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/servers/database_address.h"

#include "core/http/socket_address.h"
#include "core/measure/process/words.h"

#include <QUrl>
#include <QUrlQuery>

namespace weighbridge::measure
{

namespace
{

Error wrong(const QString &what)
{
    return {Words::tr("The address of the database %1").arg(what),
            Words::tr("Write it as postgresql://USER:PASSWORD@127.0.0.1:PORT/DATABASE"),
            {}};
}

} // namespace

QString DatabaseAddress::url(const QString &schema) const
{
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setHost(host);
    url.setPort(port);
    url.setUserName(user);
    if (!password.isEmpty())
        url.setPassword(password);
    url.setPath(QLatin1Char('/') + database);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("sslmode"), QStringLiteral("disable"));
    query.addQueryItem(QStringLiteral("options"), QString::fromLatin1(QUrl::toPercentEncoding(
                                                      QStringLiteral("-csearch_path=") + schema)));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QString DatabaseAddress::text() const
{
    return QStringLiteral("postgresql://%1@%2:%3/%4").arg(user, host).arg(port).arg(database);
}

Result<DatabaseAddress> databaseAddressFrom(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() ||
        (url.scheme() != QLatin1String("postgresql") && url.scheme() != QLatin1String("postgres")))
        return wrong(Words::tr("is none of PostgreSQL"));
    // "?host=…" and the like would lead elsewhere.
    if (url.hasQuery() || url.hasFragment())
        return wrong(Words::tr("has parameters, which are not supported"));
    DatabaseAddress address;
    address.host = url.host();
    if (!http::isLoopback(address.host.toStdString()))
        return Error{
            Words::tr("The database is on \"%1\", which is not this machine").arg(address.host),
            Words::tr("Load is put on loopback only; use a PostgreSQL on 127.0.0.1"),
            {}};
    address.port = static_cast<std::uint16_t>(url.port(DatabaseAddress::kUsualPort));
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    if (address.user.isEmpty())
        return wrong(Words::tr("names no user"));
    if (address.database.isEmpty() || address.database.contains(QLatin1Char('/')))
        return wrong(Words::tr("names no database"));
    return address;
}

} // namespace weighbridge::measure
