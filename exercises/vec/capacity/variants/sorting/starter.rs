fn main() {
    let mut list = vec![3, 1, 3, 2, 3, 3];
    list.dedup();
    println!("{list:?}");
    list.sort();
    println!("{:?}", list.binary_search(&2));
    list.dedup();
    println!("{list:?}");
    list.reverse();
    println!("{:?} {:?}", list.first(), list.contains(&9));
}
