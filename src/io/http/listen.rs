//! Ports of this computer: nobody else can reach them, unless that is asked for.

use std::io::{Error, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};
use std::path::Path;

use crate::io::error::IoError;

/// How many ports are tried.
const TRIED: u16 = 100;

/// Who can reach a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Programs on this computer.
    Loopback,
    /// Everybody in the network.
    Network,
}

/// One port that is listened at.
#[derive(Debug)]
pub struct Listening {
    /// The port.
    pub port: u16,
    /// At 127.0.0.1 and, where this computer has it, ::1; for the network, at all IPv4 addresses.
    pub listeners: Vec<TcpListener>,
}

/// Listens at a port, or at the next one that is free. 0 is any that is free.
///
/// # Errors
/// Where no port is free, or listening is not allowed.
pub fn listen(port: u16, reach: Reach) -> Result<Listening, IoError> {
    let mut tried = port;
    loop {
        let listening = match reach {
            Reach::Loopback => both(tried),
            Reach::Network => all(tried),
        };
        let refused = match listening {
            Ok(listening) => return Ok(listening),
            Err(error) => error,
        };
        // A port below 1024 may need rights that this user does not have.
        let other = matches!(refused.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied);
        let next = if port == 0 { Some(0) } else { tried.checked_add(1) };
        match next {
            Some(next) if other && tried - port < TRIED => tried = next,
            Some(_) | None => {
                let address = format!("127.0.0.1:{port}");
                return Err(IoError::new("listen at", Path::new(&address), refused));
            }
        }
    }
}

fn all(port: u16) -> Result<Listening, Error> {
    let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, port))?;
    listener.set_nonblocking(true)?;
    Ok(Listening { port: listener.local_addr()?.port(), listeners: vec![listener] })
}

/// This computer's address in its network. Nothing is sent to find it out.
#[must_use]
pub fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address for documentation (RFC 5737): what matters is the way that would be taken.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip())
}

/// Both addresses, or neither: else a browser that asks for `localhost` could reach another program.
fn both(port: u16) -> Result<Listening, Error> {
    let listen = |address: SocketAddr| {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        Ok::<_, Error>(listener)
    };
    let first = listen((Ipv4Addr::LOCALHOST, port).into())?;
    let port = first.local_addr()?.port();
    let mut listeners = vec![first];
    match listen((Ipv6Addr::LOCALHOST, port).into()) {
        Ok(second) => listeners.push(second),
        Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
        // This computer has no IPv6.
        Err(_) => {}
    }
    Ok(Listening { port, listeners })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_followed_by_the_next_free_one() {
        let first = listen(0, Reach::Loopback).unwrap();
        let second = listen(first.port, Reach::Loopback).unwrap();
        assert!(second.port > first.port);
        for listener in first.listeners.iter().chain(&second.listeners) {
            assert!(listener.local_addr().unwrap().ip().is_loopback());
        }
    }

    #[test]
    fn a_port_taken_on_one_of_the_two_addresses_is_taken() {
        let Ok(other) = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)) else { return };
        let port = other.local_addr().unwrap().port();
        assert_ne!(listen(port, Reach::Loopback).unwrap().port, port);
    }
}
