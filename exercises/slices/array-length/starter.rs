fn sum(row: [i32; 3]) -> i32 {
    row[0] + row[1] + row[2]
}

fn all(row: &[i32]) -> i32 {
    row.iter().sum()
}

fn main() {
    println!("{}", all(&[1, 2, 3, 4]));
    println!("{}", all(&[]));
    println!("{}", sum([5, 6]));
}
