// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_text.h"

#include "core/base/words.h"

#include <QFile>
#include <QSaveFile>

namespace weighbridge
{

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Outcome writeFile(const QString &path, const QByteArray &bytes, const QString &remedy)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return success();
    return Error{Words::tr("Cannot write '%1': %2").arg(path, file.errorString()), remedy, {}};
}

} // namespace weighbridge
