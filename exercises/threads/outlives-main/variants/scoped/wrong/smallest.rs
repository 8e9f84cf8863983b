use std::thread;

pub fn largest(list: &[u32]) -> Option<u32> {
    let (left, right) = list.split_at(list.len() / 2);
    thread::scope(|scope| {
        let a = scope.spawn(|| left.iter().max());
        let b = scope.spawn(|| right.iter().max());
        a.join().unwrap().min(b.join().unwrap()).copied()
    })
}
