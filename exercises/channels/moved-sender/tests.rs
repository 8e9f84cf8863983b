use super::*;

use std::time::Duration;

fn in_time() -> u32 {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(relay()));
    receiver
        .recv_timeout(Duration::from_millis(1500))
        .expect("relay must end by itself: are all senders gone?")
}

#[test]
fn three_numbers() {
    assert_eq!(in_time(), 3, "0 + 1 + 2");
}

#[test]
fn can_be_called_again() {
    assert_eq!(in_time() + in_time(), 6, "two calls");
}
