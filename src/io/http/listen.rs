//! Ports of this computer that nobody else can reach.

use std::io::{Error, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::Path;

use crate::io::error::IoError;

/// How many ports are tried.
const TRIED: u16 = 100;

/// One port, listened at on the loopback addresses.
#[derive(Debug)]
pub struct Listening {
    /// The port.
    pub port: u16,
    /// 127.0.0.1 and, where this computer has it, ::1.
    pub listeners: Vec<TcpListener>,
}

/// Listens at a port, or at the next one that is free. 0 is any that is free.
///
/// # Errors
/// Where no port is free, or listening is not allowed.
pub fn listen(port: u16) -> Result<Listening, IoError> {
    let mut tried = port;
    loop {
        let refused = match both(tried) {
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
        let first = listen(0).unwrap();
        let second = listen(first.port).unwrap();
        assert!(second.port > first.port);
        for listener in first.listeners.iter().chain(&second.listeners) {
            assert!(listener.local_addr().unwrap().ip().is_loopback());
        }
    }

    #[test]
    fn a_port_taken_on_one_of_the_two_addresses_is_taken() {
        let Ok(other) = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)) else { return };
        let port = other.local_addr().unwrap().port();
        assert_ne!(listen(port).unwrap().port, port);
    }
}
