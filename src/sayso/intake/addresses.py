"""Which network addresses may be connected to: those of the public internet, and no others.

An address on the web may lead anywhere, also to the machine itself, to its neighbours, or to the service by which a
cloud gives out credentials (169.254.169.254). What a name leads to is therefore told from the address it resolves to,
and IPv6 addresses that carry one of IPv4 (mapped, 6to4, Teredo, NAT64) are judged by that as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
_COMPATIBLE = IPv6Network("::/96")  # RFC 4291, deprecated


def not_public(address: str) -> str | None:
    """What an address is that is none of the public internet, in words: "a private address". None for those that are.

    `address` is numeric, as a resolver gives it, an interface ("%eth0") at its end or not.
    """
    return next((found for each in _meant(ip_address(address)) if (found := _special(each))), None)


def _meant(address: Address) -> Iterator[Address]:
    """The address, and those of IPv4 that a router may make of it."""
    yield address
    if isinstance(address, IPv4Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if address in _NAT64 or address in _COMPATIBLE:
        yield IPv4Address(int(address) & 0xFFFFFFFF)


def _special(address: Address) -> str | None:
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return None  # what it carries is judged, and Python's versions differ on the rest
    if address.is_unspecified:
        return "an unspecified address"
    if address.is_loopback:
        return "a loopback address"
    if address.is_link_local:
        return "a link-local address"
    if address.is_multicast:
        return "a multicast address"
    if address.is_private or (isinstance(address, IPv6Address) and address.is_site_local):
        return "a private address"
    if address.is_reserved or not address.is_global:
        # A prefix set aside for translation counts as reserved; the address of IPv4 within it is judged by itself.
        return None if isinstance(address, IPv6Address) and address in _NAT64 else "a reserved address"
    return None
