fn main() {
    let mut list: Vec<i32> = Vec::with_capacity(10);
    println!("{} {}", list.len(), list.is_empty());
    list.extend([5, 6, 7, 8, 9]);
    let out: Vec<i32> = list.drain(1..3).collect();
    println!("{out:?} {list:?}");
    let tail = list.split_off(2);
    println!("{list:?} {tail:?}");
    list.insert(1, 0);
    list.swap(0, 2);
    println!("{list:?} {:?}", list.get(3));
}
