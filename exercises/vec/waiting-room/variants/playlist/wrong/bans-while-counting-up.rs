pub fn skip(list: &mut [String]) {
    if !list.is_empty() {
        list.rotate_left(1);
    }
}

pub fn ban(list: &mut Vec<String>, title: &str) -> usize {
    let mut count = 0;
    for i in 0..list.len() {
        if i < list.len() && list[i] == title {
            list.remove(i);
            count += 1;
        }
    }
    count
}

pub fn best(list: &mut Vec<String>, n: usize) {
    list.truncate(n);
}
