use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;

pub fn is_prime(n: u32) -> bool {
    if n < 2 {
        return false;
    }
    let mut d = 2;
    while d * d < n {
        if n % d == 0 {
            return false;
        }
        d += 1;
    }
    true
}

pub fn count_primes(limit: u32, workers: u32) -> usize {
    let (tx, rx) = mpsc::channel();
    for w in 0..workers {
        let tx = tx;
        thread::spawn(move || {
            let found = (0..limit).filter(|n| n % workers == w && is_prime(*n)).count();
            tx.send(found).unwrap();
        });
    }
    drop(tx);
    rx.iter().sum()
}

pub fn collect_primes(limit: u32, workers: u32) -> Vec<u32> {
    let all = Arc::new(Mutex::new(Vec::new()));
    let mut handles = Vec::new();
    for w in 0..workers {
        let all = Arc::clone(&all);
        handles.push(thread::spawn(|| {
            for n in (0..limit).filter(|n| n % workers == w) {
                if is_prime(n) {
                    all.lock().unwrap().push(n);
                }
            }
        }));
    }
    for h in handles {
        h.join().unwrap();
    }
    let mut list = all.lock().unwrap().clone();
    list.sort();
    list
}

fn main() {
    println!("{}", count_primes(1000, 4));
    println!("{:?}", collect_primes(30, 3));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_are_not_prime() {
        assert!(!is_prime(9));
        assert!(!is_prime(25));
        assert!(is_prime(29));
    }

    #[test]
    fn counts_below_a_hundred() {
        assert_eq!(count_primes(100, 3), 25);
    }

    #[test]
    fn collects_in_order() {
        assert_eq!(collect_primes(20, 2), vec![2, 3, 5, 7, 11, 13, 17, 19]);
    }
}
