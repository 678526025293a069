// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace weighbridge
{

/// A failure of the world (not of the program), told so that a person can act on it.
struct Error {
    QString what;    ///< what happened, to which thing: "Port 8005 is already in use by pid 4127"
    QString remedy;  ///< what to do about it; empty where there is nothing to do
    QString details; ///< the other program's own words (compiler, interpreter); may be long or empty

    /// `what` and `remedy` as one line, without `details`.
    [[nodiscard]] QString message() const
    {
        return remedy.isEmpty() ? what : what + QStringLiteral(". ") + remedy;
    }
    bool operator==(const Error &) const = default;
};

/// A value or the reason why there is none. Nothing in `core` throws across its surface.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::move(value)) {}
    Result(Error error) : m_state(std::move(error)) {}

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    /// Precondition of value(), * and ->: hasValue().
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const { return value(); }
    T &operator*() { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// Precondition: !hasValue().
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// For work whose success carries no value.
using Outcome = Result<std::monostate>;
inline Outcome success() { return std::monostate{}; }

} // namespace weighbridge
