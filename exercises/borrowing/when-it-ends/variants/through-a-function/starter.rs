fn pick(list: &mut Vec<u32>) -> &u32 {
    list.sort();
    &list[0]
}

fn main() {
    let mut list = vec![4, 2, 9];
    let least = pick(&mut list);
    println!("{}", list.len());
    println!("{least}");
}
