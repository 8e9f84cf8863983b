use std::thread;

pub fn largest(list: &[u32]) -> Option<u32> {
    let half = list.len() / 2;
    let a = thread::spawn(|| list[..half].to_vec().into_iter().max());
    let b = thread::spawn(|| list[half..].to_vec().into_iter().max());
    a.join().unwrap().max(b.join().unwrap())
}
